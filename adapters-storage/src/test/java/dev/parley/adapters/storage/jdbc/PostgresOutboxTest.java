package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.OutboxContract;
import dev.parley.adapters.storage.Stores;

class PostgresOutboxTest extends OutboxContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
