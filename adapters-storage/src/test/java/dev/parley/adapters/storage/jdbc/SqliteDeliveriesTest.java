package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.DeliveriesContract;
import dev.parley.adapters.storage.Stores;

class SqliteDeliveriesTest extends DeliveriesContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
