package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.DeliveriesContract;
import dev.parley.adapters.storage.Stores;

class PostgresDeliveriesTest extends DeliveriesContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
