package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AudioStoreContract;
import dev.parley.ports.audio.AudioStore;
import java.time.InstantSource;

class MemoryAudioStoreTest extends AudioStoreContract {
    @Override
    protected AudioStore store(InstantSource clock) {
        return new MemoryStore(clock).audio();
    }
}
