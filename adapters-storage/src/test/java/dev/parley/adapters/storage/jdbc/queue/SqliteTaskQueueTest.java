package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.storage.StorageProperties;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteTaskQueueTest extends JdbcTaskQueueContract {
    /** Column of a plan. */
    private static final int DETAIL = 4;

    private static QueueTables tables;

    @BeforeAll
    static void open(@TempDir Path data) {
        tables = new QueueTables(StorageProperties.sqlite(data.resolve("parley.db")));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Override
    protected QueueTables tables() {
        return tables;
    }

    @Test
    void whatAnEarlierLifeHadTakenIsHandedOutAtTheStart() {
        var queue = queue(1, 1);
        var crew = crew(queue);
        var task = submitted(queue, ACCOUNT);
        takeAsSomebodyElse();

        queue.start(crew);

        assertThat(crew.next()).isEqualTo(task);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        task_unqueued; WHERE account = ? AND status = 'PENDING' AND NOT queued AND mode = 'QUEUED' ORDER BY created_ms, id
        task_unqueued; WHERE status = 'PENDING' AND NOT queued AND mode = 'QUEUED'
        task_queued;   WHERE account = ? AND queued AND status IN ('PENDING', 'PROCESSING')
        """)
    void whatTheQueueAsksIsAnsweredByAnIndex(String index, String condition) {
        assertThat(tables.ask(
                        "EXPLAIN QUERY PLAN SELECT id, not_before_ms FROM task " + condition.replace("?", "'a'"),
                        DETAIL))
                .contains(index)
                .doesNotContain("TEMP B-TREE");
    }

    @Test
    void whatWasLostIsNotSoughtAmongWhatHasEnded() {
        assertThat(tables.ask("EXPLAIN QUERY PLAN " + QueuedTasks.LOST.replace("?", "'render'"), DETAIL))
                .contains("task_queued");
    }
}
