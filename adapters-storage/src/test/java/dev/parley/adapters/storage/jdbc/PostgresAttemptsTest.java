package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AttemptsContract;
import dev.parley.adapters.storage.Stores;

class PostgresAttemptsTest extends AttemptsContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
