package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.UsageContract;

class SqliteUsageTest extends UsageContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
