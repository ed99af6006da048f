package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.ApiKeysContract;
import dev.parley.adapters.storage.Stores;

class SqliteApiKeysTest extends ApiKeysContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
