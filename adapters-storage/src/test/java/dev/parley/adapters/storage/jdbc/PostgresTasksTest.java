package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TasksContract;

class PostgresTasksTest extends TasksContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
