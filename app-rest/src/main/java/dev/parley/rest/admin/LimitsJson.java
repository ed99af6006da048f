package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.KeyDraft;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.rest.json.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a key may do. What is empty or left out is not limited. */
record LimitsJson(
        List<String> addresses,
        List<String> models,
        @JsonProperty("requests_per_minute") @Nullable Integer requestsPerMinute,
        @JsonProperty("calls_at_once") @Nullable Integer callsAtOnce,
        SpendJson spend) {

    record SpendJson(
            @Nullable BigDecimal hour,
            @Nullable BigDecimal day,
            @Nullable BigDecimal total) {

        static SpendJson of(SpendLimits limits) {
            return new SpendJson(decimal(limits.hour()), decimal(limits.day()), decimal(limits.total()));
        }

        private static @Nullable BigDecimal decimal(@Nullable Credits credits) {
            return credits == null ? null : credits.toDecimal();
        }
    }

    static LimitsJson of(KeyLimits limits) {
        return new LimitsJson(
                limits.addresses().stream().map(IpRange::toString).toList(),
                limits.models().stream().sorted().toList(),
                limits.requestsPerMinute(),
                limits.callsAtOnce(),
                SpendJson.of(limits.spend()));
    }

    static KeyDraft read(@Nullable JsonFields limits) {
        if (limits == null) {
            return KeyDraft.NONE;
        }
        var spend = limits.object("spend");
        return new KeyDraft(
                limits.texts("addresses"),
                limits.texts("models"),
                limits.wholeNumber("requests_per_minute"),
                limits.wholeNumber("calls_at_once"),
                spend == null ? null : spend.decimal("hour"),
                spend == null ? null : spend.decimal("day"),
                spend == null ? null : spend.decimal("total"));
    }
}
