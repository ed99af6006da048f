package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AttemptsContract;
import dev.parley.adapters.storage.Stores;

class SqliteAttemptsTest extends AttemptsContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
