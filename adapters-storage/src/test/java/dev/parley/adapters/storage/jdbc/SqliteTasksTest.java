package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TasksContract;

class SqliteTasksTest extends TasksContract {
    @Override
    protected Stores stores() {
        return SharedSqlite.emptied();
    }
}
