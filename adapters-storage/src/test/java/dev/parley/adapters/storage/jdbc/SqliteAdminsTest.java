package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AdminsContract;
import dev.parley.adapters.storage.Stores;

class SqliteAdminsTest extends AdminsContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
