package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.LedgerContract;
import dev.parley.adapters.storage.Stores;

class PostgresLedgerTest extends LedgerContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
