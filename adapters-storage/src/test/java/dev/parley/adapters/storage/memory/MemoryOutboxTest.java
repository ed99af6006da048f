package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.OutboxContract;
import dev.parley.adapters.storage.Stores;

class MemoryOutboxTest extends OutboxContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
