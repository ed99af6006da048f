package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.UploadStoreContract;
import dev.parley.ports.audio.UploadStore;
import java.time.InstantSource;

class MemoryUploadStoreTest extends UploadStoreContract {
    @Override
    protected UploadStore store(InstantSource clock) {
        return new MemoryStore(clock).uploads();
    }
}
