package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.IdempotencyKeysContract;
import dev.parley.adapters.storage.Stores;

class PostgresIdempotencyKeysTest extends IdempotencyKeysContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
