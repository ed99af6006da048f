package dev.parley.application.session;

import dev.parley.application.Caller;
import dev.parley.application.Stores;
import dev.parley.application.submit.PreparedOrder;
import dev.parley.application.task.Costs;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.session.Load;
import dev.parley.domain.task.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** How much of a session a caller can pay who cannot pay all of it. */
public final class Purse {

    private static final int CHARACTERS_MIN = 200;
    private static final int SECONDS_MIN = 10;

    private final Stores stores;
    private final Costs costs;
    private final InstantSource clock;

    public Purse(Stores stores, Costs costs, InstantSource clock) {
        this.stores = stores;
        this.costs = costs;
        this.clock = clock;
    }

    /** Less than {@code most}; empty where what they can pay is not worth a connection. */
    Optional<Load> within(Caller caller, PreparedOrder prepared, Load most) {
        var dearest = prepared.routes().all().stream()
                .max(Comparator.comparing(route -> route.quote().price()))
                .orElseThrow();
        long units = units(dearest, available(caller));
        return switch (costs.unit(dearest.quote().model(), dearest.provider())) {
            case CHARACTER, PROMPT_CHARACTER ->
                units < CHARACTERS_MIN ? Optional.empty() : Optional.of(new Load((int) units, most.audio()));
            case SECOND_IN, SECOND_OUT ->
                units < SECONDS_MIN
                        ? Optional.empty()
                        : Optional.of(new Load(most.characters(), Duration.ofSeconds(units)));
            case REQUEST -> Optional.empty();
        };
    }

    /** A price is rounded up, so the share may be one too many; a minimum may be more than they have. */
    private long units(Route route, Credits available) {
        var quote = route.quote();
        double share = (double) available.micros() / (double) quote.price().micros();
        long units = Math.min(quote.units(), (long) Math.floor((double) quote.units() * share)) - 1;
        return units > 0 && costs.of(route, units).compareTo(available) <= 0 ? units : 0;
    }

    private Credits available(Caller caller) {
        var least = stores.ledger().balance(caller.account()).available();
        var spent = stores.spending().spent(caller.key(), clock.instant());
        for (SpendSpan span : SpendSpan.values()) {
            var limit = caller.limits().spend().of(span);
            var sum = spent.getOrDefault(span, Credits.NONE);
            if (limit != null) {
                var left = limit.compareTo(sum) > 0 ? limit.minus(sum) : Credits.NONE;
                least = left.compareTo(least) < 0 ? left : least;
            }
        }
        return least;
    }
}
