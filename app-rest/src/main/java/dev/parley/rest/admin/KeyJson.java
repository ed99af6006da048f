package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.IssuedKey;
import dev.parley.application.admin.KeyView;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key.
 *
 * @param secret in the answer that issues or rotates it, and never again
 * @param oldSecretUntil while the secret before the last rotation still works
 */
record KeyJson(
        String id,
        String account,
        String name,
        String hint,
        String state,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("old_secret_until") @Nullable String oldSecretUntil,
        LimitsJson limits,
        @Nullable SpentJson spent,
        @Nullable String secret) {

    /** In the hour and the day that are now, and ever. */
    record SpentJson(BigDecimal hour, BigDecimal day, BigDecimal total) {
        static SpentJson of(Map<SpendSpan, Credits> spent) {
            return new SpentJson(in(spent, SpendSpan.HOUR), in(spent, SpendSpan.DAY), in(spent, SpendSpan.TOTAL));
        }

        private static BigDecimal in(Map<SpendSpan, Credits> spent, SpendSpan span) {
            return spent.getOrDefault(span, Credits.NONE).toDecimal();
        }
    }

    static KeyJson of(KeyView view) {
        return of(view.key(), SpentJson.of(view.spent()), null);
    }

    static KeyJson withSecret(IssuedKey issued) {
        return of(issued.key(), null, issued.secret().value());
    }

    private static KeyJson of(ApiKey key, @Nullable SpentJson spent, @Nullable String secret) {
        var retiring = key.retiring();
        return new KeyJson(
                key.id(),
                key.account(),
                key.name(),
                key.hint(),
                Parameters.lower(key.state()),
                key.createdAt().toString(),
                retiring == null ? null : retiring.until().toString(),
                LimitsJson.of(key.limits()),
                spent,
                secret);
    }
}
