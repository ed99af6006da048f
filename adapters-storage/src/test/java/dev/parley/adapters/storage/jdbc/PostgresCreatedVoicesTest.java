package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.CreatedVoicesContract;
import dev.parley.adapters.storage.Stores;

class PostgresCreatedVoicesTest extends CreatedVoicesContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
