package dev.parley.adapters.proxies.job;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.domain.render.Failure.Unavailable;
import java.time.Duration;

/** What an error answer to a submission means: first by the upstream's words, then by its status. */
final class Refusals {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private Refusals() {}

    static Failure of(JobApi api, ErrorAnswer answer) {
        return api.meaning(answer).orElseGet(() -> byStatus(api.name(), answer));
    }

    private static Failure byStatus(String name, ErrorAnswer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new Misconfigured(name + " refused the key");
            case 402 -> new Misconfigured("the balance at " + name + " is too low");
            case 403 -> new Misconfigured(name + " does not let this key or this address in");
            case 404 -> new Misconfigured(name + " has no such address or model. Check base_url");
            case 429 -> throttled(name, answer);
            case 409, 425, 503 -> Unavailable.notRendered(name + " is not ready for this (" + status + ")");
            // Said by whatever stands before the upstream, which may be at work behind it.
            case 408, 502, 504, 520, 522, 524 -> new Unavailable(name + " did not answer in time (" + status + ")");
            default -> byClass(name, status);
        };
    }

    static Throttled throttled(String name, ErrorAnswer answer) {
        Duration told = answer.retryAfter();
        return new Throttled(name + " is asked too often", told == null ? USUAL_PAUSE : told);
    }

    private static Failure byClass(String name, int status) {
        if (status >= 500) {
            return new Unavailable(name + " failed (" + status + ")");
        }
        return status >= 400
                ? new Rejected(name + " does not take the request (" + status + ")")
                : new Misconfigured("what answers at base_url is not " + name + " (" + status + ")");
    }
}
