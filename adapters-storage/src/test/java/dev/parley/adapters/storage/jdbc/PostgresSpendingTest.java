package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.SpendingContract;
import dev.parley.adapters.storage.Stores;

class PostgresSpendingTest extends SpendingContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
