package dev.parley.application.submit;

import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.PublicModel.Choice;
import dev.parley.domain.task.Route;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** In which order an order's routes are tried. */
public final class Preference {

    private final RandomGenerator random;

    public Preference(RandomGenerator random) {
        this.random = random;
    }

    /** @param able whose routes they are, in the same order */
    List<Route> order(Choice choice, List<Route> routes, List<Candidate> able) {
        return switch (choice) {
            case ORDER -> routes;
            case PRICE ->
                routes.stream()
                        .sorted(Comparator.comparing(route -> route.quote().price()))
                        .toList();
            case WEIGHT -> drawn(routes, able);
        };
    }

    /** A race of exponential times: a candidate wins as often as its weight says, and the rest race on for what is left. */
    private List<Route> drawn(List<Route> routes, List<Candidate> able) {
        double[] times = able.stream()
                .mapToDouble(candidate -> -Math.log(1 - random.nextDouble()) / candidate.weight())
                .toArray();
        return IntStream.range(0, routes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> times[i]))
                .map(routes::get)
                .toList();
    }
}
