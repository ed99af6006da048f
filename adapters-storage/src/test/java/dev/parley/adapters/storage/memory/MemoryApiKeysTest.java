package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.ApiKeysContract;
import dev.parley.adapters.storage.Stores;

class MemoryApiKeysTest extends ApiKeysContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
