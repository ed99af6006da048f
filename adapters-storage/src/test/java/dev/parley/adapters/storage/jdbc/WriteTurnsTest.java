package dev.parley.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

class WriteTurnsTest {

    @TempDir
    private Path directory;

    private final AtomicInteger commits = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final WriteTurns turns = new WriteTurns(this::open);
    private Connection other;

    @BeforeEach
    void createTables() throws SQLException {
        other = DriverManager.getConnection(url());
        try (var statement = other.createStatement()) {
            statement.execute("CREATE TABLE one (id INTEGER PRIMARY KEY)");
            statement.execute("CREATE TABLE two (one INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED)");
        }
        turns.join();
    }

    @AfterEach
    void close() throws SQLException {
        threads.close();
        turns.leave();
        other.close();
    }

    @Test
    void aTransactionAloneCommitsByItself() throws SQLException {
        insert(1);
        insert(2);

        assertThat(stored()).containsExactly(1, 2);
        assertThat(commits).hasValue(2);
    }

    @Test
    void thoseWhoWaitForTheirTurnShareOneCommit() throws Exception {
        var connection = turns.take();
        var waiting = inTurn(() -> insert(1), () -> insert(2), () -> insert(3));
        add(connection, 4);
        turns.commit();

        for (var each : waiting) {
            each.get();
        }
        assertThat(stored()).containsExactly(1, 2, 3, 4);
        assertThat(commits).hasValue(1);
    }

    @Test
    void notTooManyShareIt() throws Exception {
        var connection = turns.take();
        var waiting = new ArrayList<Future<Boolean>>();
        for (int i = 1; i <= 40; i++) {
            int id = i;
            waiting.addAll(inTurn(() -> insert(id)));
        }
        add(connection, 41);
        turns.commit();

        for (var each : waiting) {
            each.get();
        }
        assertThat(stored()).hasSize(41);
        assertThat(commits).hasValue(3);
    }

    @Test
    void oneAmongThemIsUndoneAlone() throws Exception {
        var connection = turns.take();
        var waiting = inTurn(() -> insert(1), () -> insertAndUndo(2), () -> insert(3), () -> insertAndUndo(4));
        add(connection, 5);
        turns.commit();

        for (var each : waiting) {
            each.get();
        }
        assertThat(stored()).containsExactly(1, 3, 5);
    }

    @Test
    void anUndoneOneAloneLeavesNothing() throws SQLException {
        insertAndUndo(1);

        assertThat(stored()).isEmpty();
        assertThatCode(() -> write("INSERT INTO one VALUES (2)")).doesNotThrowAnyException();
    }

    @Test
    void whereTheCommitFailsNobodyIsTold() throws Exception {
        var connection = turns.take();
        var waiting = inTurn(() -> insert(1), () -> insert(2));
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO two VALUES (99)");
        }

        assertThatThrownBy(turns::commit).hasMessageContaining("SQLite failed at commit");

        for (var each : waiting) {
            assertThatThrownBy(each::get).isInstanceOf(ExecutionException.class).hasMessageContaining("at commit");
        }
        assertThat(stored()).isEmpty();
        insert(3);
        assertThat(stored()).containsExactly(3);
    }

    @Test
    void theLockIsGivenBackWithTheLastOfThem() throws Exception {
        turns.take();
        var waiting = inTurn(() -> insert(1), () -> insertAndUndo(2));
        turns.commit();
        for (var each : waiting) {
            each.get();
        }

        assertThatCode(() -> write("INSERT INTO one VALUES (3)")).doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsForThemselves() throws SQLException {
        turns.take();

        assertThatThrownBy(turns::take).hasMessageContaining("has its turn already");

        turns.undo();
    }

    @Test
    void whoeverComesAfterTheLastFindsItOpenAgain() throws SQLException {
        insert(1);
        turns.leave();
        turns.join();
        insert(2);

        assertThat(stored()).containsExactly(1, 2);
    }

    /** Begun one after the other, each when those before wait. */
    @SafeVarargs
    private List<Future<Boolean>> inTurn(Callable<Boolean>... works) {
        List<Future<Boolean>> begun = new ArrayList<>();
        for (var work : works) {
            int before = turns.waiting();
            begun.add(threads.submit(work));
            while (turns.waiting() == before) {
                Thread.onSpinWait();
            }
        }
        return begun;
    }

    private boolean insert(int id) throws SQLException {
        add(turns.take(), id);
        turns.commit();
        assertThat(stored()).contains(id);
        return true;
    }

    private boolean insertAndUndo(int id) throws SQLException {
        add(turns.take(), id);
        turns.undo();
        return true;
    }

    private static void add(Connection connection, int id) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO one VALUES (?)")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    private List<Integer> stored() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM one ORDER BY id")) {
            var ids = new ArrayList<Integer>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private void write(String command) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    private Connection open() throws SQLException {
        var connection = DriverManager.getConnection(url());
        ((SQLiteConnection) connection).addCommitListener(new SQLiteCommitListener() {
            @Override
            public void onCommit() {
                commits.incrementAndGet();
            }

            @Override
            public void onRollback() {}
        });
        return connection;
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("turns.db") + "?journal_mode=WAL&foreign_keys=true&busy_timeout=1";
    }
}
