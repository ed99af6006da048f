package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.OutboxContract;
import dev.parley.adapters.storage.Stores;

class SqliteOutboxTest extends OutboxContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
