package dev.parley.application.admin;

import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key is to be allowed, as it was asked for. What is empty or null is not limited.
 *
 * @param addresses ranges in CIDR notation, or single addresses
 * @param hour credits in decimal
 * @param day credits in decimal
 * @param total credits in decimal
 */
public record KeyDraft(
        List<String> addresses,
        List<String> models,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer callsAtOnce,
        @Nullable String hour,
        @Nullable String day,
        @Nullable String total) {

    /** A key without limits. */
    public static final KeyDraft NONE = new KeyDraft(List.of(), List.of(), null, null, null, null, null);

    private static final int MODEL_LENGTH_MAX = 100;

    /** @throws Refused naming the limit that is wrong */
    KeyLimits limits() {
        return new KeyLimits(
                addressesChecked(),
                modelsChecked(),
                rate("limits.requests_per_minute", requestsPerMinute),
                rate("limits.calls_at_once", callsAtOnce),
                new SpendLimits(spend("hour", hour), spend("day", day), spend("total", total)));
    }

    private List<IpRange> addressesChecked() {
        requireFew("limits.addresses", addresses);
        List<IpRange> ranges = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            ranges.add(range("limits.addresses[" + i + "]", addresses.get(i)));
        }
        return ranges;
    }

    private Set<String> modelsChecked() {
        requireFew("limits.models", models);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < models.size(); i++) {
            names.add(Wording.checked("limits.models[" + i + "]", models.get(i), MODEL_LENGTH_MAX));
        }
        return names;
    }

    private static IpRange range(String field, String text) {
        try {
            return IpRange.parse(text);
        } catch (IllegalArgumentException _) {
            throw Refused.invalid(field, "must be a range of addresses: 203.0.113.0/24, 2001:db8::/32 or one address.");
        }
    }

    private static void requireFew(String field, List<String> entries) {
        if (entries.size() > KeyLimits.ENTRIES_MAX) {
            throw Refused.invalid(field, "must have at most " + KeyLimits.ENTRIES_MAX + " entries.");
        }
    }

    private static @Nullable Integer rate(String field, @Nullable Integer number) {
        if (number != null && (number < 1 || number > KeyLimits.RATE_MAX)) {
            throw Refused.invalid(field, "must be from 1 to " + KeyLimits.RATE_MAX + ".");
        }
        return number;
    }

    private static @Nullable Credits spend(String span, @Nullable String decimal) {
        return decimal == null ? null : Amount.checked("limits.spend." + span, decimal, Credits.NONE);
    }
}
