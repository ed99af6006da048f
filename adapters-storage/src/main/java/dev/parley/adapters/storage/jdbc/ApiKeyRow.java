package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.ApiKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("api_key")
record ApiKeyRow(@Id String id, String account, String hash, String hint, long createdMs) {
    static ApiKeyRow of(ApiKey key) {
        return new ApiKeyRow(
                key.id(), key.account(), key.hash(), key.hint(), key.createdAt().toEpochMilli());
    }

    ApiKey toKey() {
        return new ApiKey(id, account, hash, hint, Instant.ofEpochMilli(createdMs));
    }
}
