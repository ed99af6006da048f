package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AttemptsContract;
import dev.parley.adapters.storage.Stores;

class MemoryAttemptsTest extends AttemptsContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
