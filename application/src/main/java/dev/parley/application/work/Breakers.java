package dev.parley.application.work;

import dev.parley.domain.dialogue.Failure;
import dev.parley.ports.provider.ProviderException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** Leaves a provider alone that fails most of what it is asked, and asks it once in a while whether it is well again. */
public final class Breakers {

    /** How long a provider is left alone before it is asked once. */
    public static final Duration REST = Duration.ofSeconds(10);

    private static final int WINDOW = 20;
    private static final int ATTEMPTS_MIN = 10;
    private static final float FAILURES_PERCENT_MAX = 50;

    private final CircuitBreakerRegistry breakers;
    private final InstantSource clock;

    public Breakers(InstantSource clock) {
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
        private final long startedMs = clock.millis();
        private boolean told;

        private Permit(CircuitBreaker breaker) {
            this.breaker = breaker;
        }

        public synchronized void succeeded() {
            if (!told) {
                told = true;
                breaker.onSuccess(clock.millis() - startedMs, TimeUnit.MILLISECONDS);
            }
        }

        public synchronized void failed(Failure failure) {
            if (!told) {
                told = true;
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
            if (!told) {
                told = true;
                breaker.releasePermission();
            }
        }
    }

    /** Whether the provider may be asked now. Changes nothing. */
    public boolean isClosed(String provider) {
        return switch (breakers.circuitBreaker(provider).getState()) {
            case OPEN, FORCED_OPEN -> false;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
        };
    }

    /** @throws ProviderException if the provider is being left alone: it was not asked */
    public Permit acquire(String provider) throws ProviderException {
        var breaker = breakers.circuitBreaker(provider);
        try {
            breaker.acquirePermission();
            return new Permit(breaker);
        } catch (CallNotPermittedException e) {
            throw new ProviderException(
                    new Failure.Throttled("The provider has failed too often and is left alone for a while.", REST), e);
        }
    }
}
