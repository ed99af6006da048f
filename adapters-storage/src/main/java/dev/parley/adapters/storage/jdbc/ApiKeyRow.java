package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.ApiKey.Retiring;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key as one line of its table.
 *
 * @param addresses a JSON array of strings
 * @param models likewise
 */
@MappedEntity("api_key")
record ApiKeyRow(
        @Id String id,
        String account,
        String name,
        String hash,
        String hint,
        long createdMs,
        ApiKey.State state,
        String addresses,
        String models,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer callsAtOnce,
        @Nullable Long hourMicros,
        @Nullable Long dayMicros,
        @Nullable Long totalMicros,
        @Nullable String retiringHash,
        @Nullable Long retiringUntilMs) {

    static ApiKeyRow of(ApiKey key) {
        var limits = key.limits();
        var retiring = key.retiring();
        return new ApiKeyRow(
                key.id(),
                key.account(),
                key.name(),
                key.hash(),
                key.hint(),
                key.createdAt().toEpochMilli(),
                key.state(),
                RequestJson.writeStrings(
                        limits.addresses().stream().map(IpRange::toString).toList()),
                RequestJson.writeStrings(new TreeSet<>(limits.models())),
                limits.requestsPerMinute(),
                limits.callsAtOnce(),
                micros(limits.spend().hour()),
                micros(limits.spend().day()),
                micros(limits.spend().total()),
                retiring == null ? null : retiring.hash(),
                retiring == null ? null : retiring.until().toEpochMilli());
    }

    ApiKey toKey() {
        return new ApiKey(id, account, name, hash, hint, Instant.ofEpochMilli(createdMs), state, limits(), retiring());
    }

    private KeyLimits limits() {
        return new KeyLimits(
                RequestJson.readStrings(addresses).stream().map(IpRange::parse).toList(),
                Set.copyOf(RequestJson.readStrings(models)),
                requestsPerMinute,
                callsAtOnce,
                new SpendLimits(credits(hourMicros), credits(dayMicros), credits(totalMicros)));
    }

    private @Nullable Retiring retiring() {
        return retiringHash == null || retiringUntilMs == null
                ? null
                : new Retiring(retiringHash, Instant.ofEpochMilli(retiringUntilMs));
    }

    private static @Nullable Long micros(@Nullable Credits credits) {
        return credits == null ? null : credits.micros();
    }

    private static @Nullable Credits credits(@Nullable Long micros) {
        return micros == null ? null : new Credits(micros);
    }
}
