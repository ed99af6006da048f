package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.Stores;
import dev.parley.adapters.storage.TransactionsContract;

class MemoryTransactionsTest extends TransactionsContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
