package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.LedgerContract;
import dev.parley.adapters.storage.Stores;

class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
