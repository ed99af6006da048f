package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import java.util.Map;

class PostgresMigrationTest extends MigrationContract {
    @Override
    Map<String, Object> properties() {
        return StorageProperties.postgres(SharedPostgres.newDatabase(), null, null, 2);
    }
}
