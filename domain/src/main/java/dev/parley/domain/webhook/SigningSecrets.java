package dev.parley.domain.webhook;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls to one receiver are signed with.
 *
 * @param retiring the secret before the last rotation, with which calls are signed as well for a while
 */
public record SigningSecrets(
        SigningSecret current, @Nullable Retiring retiring) {

    /** How long a receiver has to learn the new secret. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** An earlier secret, in use until a time. */
    public record Retiring(SigningSecret secret, Instant until) {}

    /** Those in use, the newest first. */
    public List<SigningSecret> at(Instant now) {
        return retiring != null && now.isBefore(retiring.until())
                ? List.of(current, retiring.secret())
                : List.of(current);
    }

    /** @throws Refused while the secret before the last rotation is in use: whoever knows only that one would be cut off */
    public SigningSecrets rotated(SigningSecret next, Instant now) {
        if (retiring != null && now.isBefore(retiring.until())) {
            throw new Refused(
                    new Refusal.Conflict("The secret was replaced less than 24 hours ago, and the one before it is"
                            + " in use until " + retiring.until() + ". Ask for the secret to see the new one."));
        }
        return new SigningSecrets(next, new Retiring(current, now.plus(OVERLAP)));
    }
}
