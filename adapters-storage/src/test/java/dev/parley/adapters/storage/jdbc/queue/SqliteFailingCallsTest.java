package dev.parley.adapters.storage.jdbc.queue;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.jdbc.FailingConnections;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteFailingCallsTest extends FailingCallsContract {
    private static QueueTables tables;

    @BeforeAll
    static void open(@TempDir Path data) {
        var properties = new HashMap<>(StorageProperties.sqlite(data.resolve("parley.db")));
        properties.put(FailingConnections.PROPERTY, true);
        tables = new QueueTables(properties);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Override
    protected QueueTables tables() {
        return tables;
    }
}
