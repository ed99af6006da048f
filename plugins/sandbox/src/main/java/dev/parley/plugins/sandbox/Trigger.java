package dev.parley.plugins.sandbox;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Words that make a request fail on purpose, as {@code [sandbox:reject]}. */
enum Trigger {
    NONE,
    /** The caller must change the request. */
    REJECT,
    /** Too fast: again in a second. */
    THROTTLE,
    /** Not rendered, for now. */
    UNAVAILABLE,
    /** Breaks in the middle. */
    BREAK;

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** The first one that is said there, in any case. */
    static Trigger in(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(trigger -> trigger != NONE && said.contains(trigger.tag()))
                .findFirst()
                .orElse(NONE);
    }

    /** Fails at once, where that is what it is for. */
    void pull() throws ProviderException {
        switch (this) {
            case NONE, BREAK -> {
                // Nothing yet.
            }
            case REJECT -> throw new ProviderException(new Failure.Rejected("The sandbox was asked to reject this."));
            case THROTTLE ->
                throw new ProviderException(new Failure.Throttled("The sandbox was asked to throttle this.", A_SECOND));
            case UNAVAILABLE ->
                throw new ProviderException(
                        Failure.Unavailable.notRendered("The sandbox was asked to be unavailable."));
        }
    }

    private String tag() {
        return "[sandbox:" + name().toLowerCase(Locale.ROOT) + "]";
    }
}
