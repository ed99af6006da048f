package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.LedgerContract;
import dev.parley.adapters.storage.Stores;

class SqliteLedgerTest extends LedgerContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
