package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.SpendingContract;
import dev.parley.adapters.storage.Stores;

class MemorySpendingTest extends SpendingContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
