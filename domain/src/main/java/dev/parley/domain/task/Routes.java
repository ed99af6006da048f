package dev.parley.domain.task;

import dev.parley.domain.ledger.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All ways to render a task, in the order in which they are tried, and the one that is taken now.
 *
 * @param all not empty
 * @param place of the one taken now
 */
public record Routes(List<Route> all, int place) {
    public Routes {
        all = List.copyOf(all);
        if (place < 0 || place >= all.size()) {
            throw new IllegalArgumentException("there is no route " + place + " of " + all.size());
        }
    }

    /** Begins with the first. */
    public static Routes of(List<Route> all) {
        return new Routes(all, 0);
    }

    public Route current() {
        return all.get(place);
    }

    /** What is held: whoever delivers, it is not more. */
    public Quote dearest() {
        return all.stream()
                .map(Route::quote)
                .max(Comparator.comparing(Quote::price))
                .orElseThrow();
    }

    /** The places from the one taken now, once around. */
    public List<Integer> places() {
        return IntStream.range(place, place + all.size())
                .map(next -> next % all.size())
                .boxed()
                .toList();
    }

    /** The place of the one taken now, and no other. */
    public List<Integer> here() {
        return List.of(place);
    }

    public Routes at(int other) {
        return other == place ? this : new Routes(all, other);
    }

    /** After the last comes the first again. */
    public Routes next() {
        return at((place + 1) % all.size());
    }
}
