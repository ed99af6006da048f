package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AccountsContract;
import dev.parley.adapters.storage.Stores;

class PostgresAccountsTest extends AccountsContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
