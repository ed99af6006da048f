package dev.parley.adapters.storage.disk;

import dev.parley.adapters.storage.UploadStoreContract;
import dev.parley.ports.audio.UploadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class DiskUploadStoreTest extends UploadStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected UploadStore store(InstantSource clock) throws IOException {
        return new DiskUploadStore(directory.resolve("uploads"), clock);
    }
}
