package dev.parley.adapters.storage.jdbc.queue;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.TaskQueueContract;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskQueueTest extends TaskQueueContract {
    private static QueueTables tables;

    @BeforeAll
    static void open(@TempDir Path data) {
        tables = new QueueTables(StorageProperties.sqlite(data.resolve("parley.db")));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void empty() {
        tables.emptied();
    }

    @Override
    protected Tasks tasks() {
        return tables.tasks();
    }

    @Override
    protected Transactions transactions() {
        return tables.transactions();
    }

    @Override
    protected TaskQueue open(int placesPerAccount, int workers, InstantSource time) {
        return tables.open(placesPerAccount, workers, time);
    }
}
