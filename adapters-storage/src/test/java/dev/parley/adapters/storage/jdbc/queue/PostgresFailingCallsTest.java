package dev.parley.adapters.storage.jdbc.queue;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.jdbc.FailingConnections;
import dev.parley.adapters.storage.jdbc.SharedPostgres;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresFailingCallsTest extends FailingCallsContract {
    private static final int POOL_SIZE = 4;

    private static QueueTables tables;

    @BeforeAll
    static void open() {
        var properties = new HashMap<>(StorageProperties.postgres(SharedPostgres.newDatabase(), null, null, POOL_SIZE));
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
