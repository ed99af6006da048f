package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.UsageContract;

class PostgresUsageTest extends UsageContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
