package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest extends MigrationContract {
    @TempDir
    private Path data;

    @Override
    Map<String, Object> properties() {
        return StorageProperties.sqlite(data.resolve("parley.db"));
    }
}
