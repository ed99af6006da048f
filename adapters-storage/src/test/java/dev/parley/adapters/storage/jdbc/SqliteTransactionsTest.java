package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TransactionsContract;

class SqliteTransactionsTest extends TransactionsContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
