package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.IdempotencyKeysContract;
import dev.parley.adapters.storage.Stores;

class SqliteIdempotencyKeysTest extends IdempotencyKeysContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
