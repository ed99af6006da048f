package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.IdempotencyKeysContract;
import dev.parley.adapters.storage.Stores;

class MemoryIdempotencyKeysTest extends IdempotencyKeysContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
