package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.UsageContract;

class MemoryUsageTest extends UsageContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
