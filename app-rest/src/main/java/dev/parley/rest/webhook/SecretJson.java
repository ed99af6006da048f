package dev.parley.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.webhook.SigningSecrets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What calls are signed with.
 *
 * @param previous signs as well, until {@code previousUntil}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecretJson(
        String secret,
        @Nullable String previous,
        @JsonProperty("previous_until") @Nullable Long previousUntil) {

    static SecretJson of(SigningSecrets secrets, Instant now) {
        var retiring = secrets.retiring();
        String secret = secrets.current().value();
        return retiring == null || !now.isBefore(retiring.until())
                ? new SecretJson(secret, null, null)
                : new SecretJson(
                        secret, retiring.secret().value(), retiring.until().getEpochSecond());
    }

    @Override
    public String toString() {
        return "***";
    }
}
