package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.TaskQueueContract;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;

class MemoryTaskQueueTest extends TaskQueueContract {
    private final MemoryStore store = new MemoryStore(clock);

    @Override
    protected Tasks tasks() {
        return store.tasks();
    }

    @Override
    protected Transactions transactions() {
        return store.transactions();
    }

    @Override
    protected TaskQueue open(int placesPerAccount, int workers, InstantSource time) {
        return store.queue(placesPerAccount, workers);
    }
}
