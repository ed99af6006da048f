package dev.parley.domain.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one key may do. What is null or empty is not limited.
 *
 * @param addresses from which it may be used
 * @param models public models it may ask for
 * @param requestsPerMinute of any kind
 * @param callsAtOnce calls under way at the same time; a stream is one for as long as it lasts
 */
public record KeyLimits(
        List<IpRange> addresses,
        Set<String> models,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer callsAtOnce,
        SpendLimits spend) {

    public static final KeyLimits NONE = new KeyLimits(List.of(), Set.of(), null, null, SpendLimits.NONE);

    /** Most ranges of addresses, and most models, that one key lists. */
    public static final int ENTRIES_MAX = 100;

    /** Highest rate, and most calls at once. */
    public static final int RATE_MAX = 1_000_000;

    /** @throws IllegalArgumentException naming the limit that is out of range */
    public KeyLimits {
        addresses = List.copyOf(addresses);
        models = Set.copyOf(models);
        check("addresses", addresses.size() <= ENTRIES_MAX, "at most " + ENTRIES_MAX + " ranges");
        check("models", models.size() <= ENTRIES_MAX, "at most " + ENTRIES_MAX + " names");
        check("requests_per_minute", inRange(requestsPerMinute), "from 1 to " + RATE_MAX);
        check("calls_at_once", inRange(callsAtOnce), "from 1 to " + RATE_MAX);
    }

    public boolean allowsModel(String model) {
        return models.isEmpty() || models.contains(model);
    }

    private static boolean inRange(@Nullable Integer number) {
        return number == null || (number >= 1 && number <= RATE_MAX);
    }

    private static void check(String limit, boolean right, String wanted) {
        if (!right) {
            throw new IllegalArgumentException("'" + limit + "' must be " + wanted + ".");
        }
    }
}
