package dev.parley.adapters.storage.memory;

import static dev.parley.adapters.storage.Examples.NOON;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TasksContract;
import java.time.InstantSource;

class MemoryTasksTest extends TasksContract {
    @Override
    protected Stores stores() {
        var store = new MemoryStore(InstantSource.fixed(NOON));
        return new Stores(store.tasks(), store.ledger(), store.accounts(), store.transactions());
    }
}
