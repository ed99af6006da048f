package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TasksContract;

class MemoryTasksTest extends TasksContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
