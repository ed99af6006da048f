package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AccountsContract;
import dev.parley.adapters.storage.Stores;

class MemoryAccountsTest extends AccountsContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
