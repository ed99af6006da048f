package dev.parley.application.work;

import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Routes;
import dev.parley.ports.provider.ProviderException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * Leaves a provider alone that fails most of what it is asked, and asks it once in a while whether it is well again. Asks none
 * for more at once than it may be.
 */
public final class Breakers {

    /** How long a provider is left alone before it is asked once. */
    public static final Duration REST = Duration.ofSeconds(10);

    /** How long to wait for a place. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private static final int WINDOW = 20;
    private static final int ATTEMPTS_MIN = 10;
    private static final float FAILURES_PERCENT_MAX = 50;

    private final CircuitBreakerRegistry breakers;
    private final ConcurrentHashMap<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final ToIntFunction<String> atOnce;
    private final InstantSource clock;

    /** @param atOnce how many attempts at most, by provider */
    public Breakers(ToIntFunction<String> atOnce, InstantSource clock) {
        this.atOnce = atOnce;
        this.clock = clock;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(ATTEMPTS_MIN)
                .failureRateThreshold(FAILURES_PERCENT_MAX)
                // The library waits a moment longer than it is told, and callers are told to come back after REST.
                .waitDurationInOpenState(REST.minusMillis(1))
                .permittedNumberOfCallsInHalfOpenState(1)
                .currentTimestampFunction(_ -> clock.millis(), TimeUnit.MILLISECONDS)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
    }

    /** Permission for one attempt. Told once how it ended; if nobody can say, it is given back. */
    public final class Permit {

        private final CircuitBreaker breaker;
        private final AtomicInteger running;
        private final int route;
        private final long startedMs = clock.millis();
        private boolean told;

        private Permit(CircuitBreaker breaker, AtomicInteger running, int route) {
            this.breaker = breaker;
            this.running = running;
            this.route = route;
        }

        /** Place of the route that it is for. */
        public int route() {
            return route;
        }

        public synchronized void succeeded() {
            if (isFirst()) {
                breaker.onSuccess(clock.millis() - startedMs, TimeUnit.MILLISECONDS);
            }
        }

        public synchronized void failed(Failure failure) {
            if (isFirst()) {
                switch (failure) {
                    case Failure.Unavailable _, Failure.Misconfigured _ ->
                        breaker.onError(
                                clock.millis() - startedMs, TimeUnit.MILLISECONDS, new ProviderException(failure));
                    // It answered: it is well, and says what it wants.
                    case Failure.Rejected _, Failure.Throttled _ ->
                        breaker.onSuccess(clock.millis() - startedMs, TimeUnit.MILLISECONDS);
                }
            }
        }

        public synchronized void giveBack() {
            if (isFirst()) {
                breaker.releasePermission();
            }
        }

        private boolean isFirst() {
            if (told) {
                return false;
            }
            told = true;
            running.decrementAndGet();
            return true;
        }
    }

    /** How the provider does now. Changes nothing. */
    public Health health(String provider) {
        var state = switch (breakers.circuitBreaker(provider).getState()) {
            case OPEN, FORCED_OPEN -> Health.State.RESTING;
            case HALF_OPEN -> Health.State.TRIED;
            case CLOSED, DISABLED, METRICS_ONLY -> Health.State.WELL;
        };
        return new Health(state, running(provider).get(), atOnce.applyAsInt(provider));
    }

    /**
     * Takes the first route, from the current one on, whose provider may be asked.
     *
     * @throws ProviderException why the first may not, where none of them may: nobody was asked
     */
    public Permit acquire(Routes routes) throws ProviderException {
        return acquire(routes, routes.places());
    }

    /** @throws ProviderException why the provider of the current route may not be asked */
    public Permit acquireHere(Routes routes) throws ProviderException {
        return acquire(routes, routes.here());
    }

    private Permit acquire(Routes routes, List<Integer> places) throws ProviderException {
        ProviderException first = null;
        for (int place : places) {
            try {
                return acquire(routes.all().get(place).provider(), place);
            } catch (ProviderException e) {
                first = first == null ? e : first;
            }
        }
        throw Objects.requireNonNull(first, "a task has at least one route");
    }

    private Permit acquire(String provider, int route) throws ProviderException {
        var breaker = breakers.circuitBreaker(provider);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw new ProviderException(
                    new Failure.Throttled("The provider has failed too often and is left alone for a while.", REST), e);
        }
        var running = running(provider);
        if (running.incrementAndGet() > atOnce.applyAsInt(provider)) {
            running.decrementAndGet();
            breaker.releasePermission();
            throw new ProviderException(new Failure.Throttled("The provider is busy.", BUSY));
        }
        return new Permit(breaker, running, route);
    }

    private AtomicInteger running(String provider) {
        return running.computeIfAbsent(provider, _ -> new AtomicInteger());
    }
}
