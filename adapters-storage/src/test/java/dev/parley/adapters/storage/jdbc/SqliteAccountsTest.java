package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AccountsContract;
import dev.parley.adapters.storage.Stores;

class SqliteAccountsTest extends AccountsContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
