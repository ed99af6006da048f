package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AdminsContract;
import dev.parley.adapters.storage.Stores;

class MemoryAdminsTest extends AdminsContract {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }
}
