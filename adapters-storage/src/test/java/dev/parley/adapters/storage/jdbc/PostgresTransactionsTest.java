package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TransactionsContract;

class PostgresTransactionsTest extends TransactionsContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
