package dev.parley.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.Resend.Resent;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which of an endpoint's deliveries are to be sent again, and what came of it. */
public record ResendBody(@Nullable Instant from, @Nullable Instant to, boolean delivered) {

    /** @param before the later ones have been looked at: to go on, ask again with this as {@code to} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            int count,
            boolean more,
            @JsonProperty("before") @Nullable Long before) {}

    public static ResendBody of(JsonFields fields) {
        var state = fields.text("state");
        return new ResendBody(
                Query.instant("from", fields.longNumber("from")),
                Query.instant("to", fields.longNumber("to")),
                state != null && delivered(state));
    }

    /** @param account whose endpoint it must be; anybody's where null */
    public Answer run(Resend resend, @Nullable String account, String endpoint) {
        return answer(resend.range(account, endpoint, from, to, delivered));
    }

    private static Answer answer(Resent resent) {
        var before = resent.before();
        return new Answer(
                resent.count(), resent.rest(), resent.rest() && before != null ? before.getEpochSecond() + 1 : null);
    }

    private static boolean delivered(String state) {
        return switch (state) {
            case "dead" -> false;
            case "all" -> true;
            default -> throw Refused.invalid("state", "must be of: dead, all.");
        };
    }
}
