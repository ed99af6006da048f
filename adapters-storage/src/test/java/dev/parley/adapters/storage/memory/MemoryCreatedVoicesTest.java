package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.CreatedVoicesContract;
import dev.parley.adapters.storage.Stores;

class MemoryCreatedVoicesTest extends CreatedVoicesContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
