package dev.parley.application.catalog;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import java.time.Duration;

/** What a caller who is still waiting is told when a provider fails. */
public final class Failures {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration MUCH_LATER = Duration.ofMinutes(1);

    private Failures() {}

    public static Refused refused(Failure failure) {
        return new Refused(
                switch (failure) {
                    case Failure.Rejected(String message) -> new Refusal.RejectedUpstream(message);
                    case Failure.Throttled(String message, Duration retryAfter) ->
                        new Refusal.Unavailable(message, retryAfter);
                    case Failure.Unavailable(String message, var _) -> new Refusal.Unavailable(message, LATER);
                    case Failure.Misconfigured(String message) -> {
                        LOG.log(System.Logger.Level.ERROR, "a provider needs the operator: {0}", message);
                        yield new Refusal.Unavailable("The provider is not available.", MUCH_LATER);
                    }
                });
    }
}
