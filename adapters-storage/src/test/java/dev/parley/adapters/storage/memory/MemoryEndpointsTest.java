package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.EndpointsContract;
import dev.parley.adapters.storage.Stores;

class MemoryEndpointsTest extends EndpointsContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
