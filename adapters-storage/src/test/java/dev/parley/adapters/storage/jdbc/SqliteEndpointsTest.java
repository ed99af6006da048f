package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.EndpointsContract;
import dev.parley.adapters.storage.Stores;

class SqliteEndpointsTest extends EndpointsContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
