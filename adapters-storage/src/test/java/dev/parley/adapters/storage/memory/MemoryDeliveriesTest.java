package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.DeliveriesContract;
import dev.parley.adapters.storage.Stores;

class MemoryDeliveriesTest extends DeliveriesContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
