package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.Race;
import dev.parley.adapters.storage.StorageProperties;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.jdbc4.JDBC4Statement;

/** Two processes over one file: the server, and an administrator's command. */
class SqliteLockTest {
    private static final String INSERT = "INSERT INTO account (id, name, created_ms) VALUES ('acc_x', 'X', 0)";

    private static final String ORPHAN = """
        INSERT INTO api_key (id, account, name, hash, hint, created_ms, state, addresses, models)
        VALUES ('key_x', 'acc_none', 'X', 'x', 'x', 0, 'ENABLED', '[]', '[]')
        """;

    @TempDir
    private Path data;

    private StoreBeans server;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        server = impatient();
        other = DriverManager.getConnection(url("busy_timeout=1"));
        execute(other, "SELECT 1 FROM account"); // The last one to use a file has it for itself while it closes.
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        server.close();
    }

    @Test
    void anIdleConnectionHoldsNoLockAfterACommit() {
        server.stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON);

        assertThatCode(() -> execute(other, INSERT)).doesNotThrowAnyException();
    }

    @Test
    void anIdleConnectionHoldsNoLockAfterARollback() {
        assertThatThrownBy(() -> server.stores().transactions().run(() -> {
                    server.stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThatCode(() -> execute(other, INSERT)).doesNotThrowAnyException();
    }

    @Test
    void aTransactionHasTheLockFromItsFirstMoment() {
        server.stores().transactions().run(() -> {
            assertThatThrownBy(() -> execute(other, INSERT)).hasMessageContaining("SQLITE_BUSY");
            return true;
        });
    }

    @Test
    void aReadTakesNoLock() throws SQLException {
        execute(other, "BEGIN IMMEDIATE");

        assertThat(server.stores().accounts().isEmpty()).isTrue();
    }

    @Test
    void aTransactionThatCannotBeginDoesNothing() throws SQLException {
        execute(other, "BEGIN IMMEDIATE");
        assertThatThrownBy(() -> server.stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON))
                .hasStackTraceContaining("SQLite failed at begin immediate");
        execute(other, "ROLLBACK");

        assertThat(server.stores().ledger().entries(ACCOUNT, null, 9)).isEmpty();

        server.stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON);
        assertThat(server.stores().ledger().balance(ACCOUNT).available()).isEqualTo(credits(1));
    }

    @Test
    void aConnectionThatCannotBeginIsReplaced() throws SQLException {
        Connection before = writing();
        execute(other, "BEGIN IMMEDIATE");

        assertThatThrownBy(() -> server.stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON));
        execute(other, "ROLLBACK");

        assertThat(before.isClosed()).isTrue();
        assertThat(writing().isClosed()).isFalse();
    }

    @Test
    void aConnectionCommitsOnceAndHoldsNoLockUntilItsNextStatement() throws SQLException {
        try (var connection = server.connection()) {
            connection.setAutoCommit(false);
            execute(connection, INSERT);
            connection.commit();
            execute(other, "UPDATE account SET name = 'Y'");

            execute(connection, "UPDATE account SET name = 'Z'");
            assertThatThrownBy(() -> execute(other, INSERT)).hasMessageContaining("SQLITE_BUSY");
            connection.rollback();
        }
        assertThat(server.stores().accounts().find("acc_x").orElseThrow().name())
                .isEqualTo("Y");
    }

    @Test
    void aTransactionThatCannotCommitIsUndoneAndItsConnectionClosed() throws SQLException {
        Connection before = writing();
        try (var connection = server.connection()) {
            connection.setAutoCommit(false);
            execute(connection, "PRAGMA defer_foreign_keys = ON");
            execute(connection, INSERT);
            execute(connection, ORPHAN);

            assertThatThrownBy(connection::commit).hasMessageContaining("SQLite failed at commit");
        }
        assertThat(before.isClosed()).isTrue();
        assertThatCode(() -> execute(other, INSERT)).doesNotThrowAnyException();
    }

    @Test
    void thereAreNoSavepoints() throws SQLException {
        try (var connection = server.connection()) {
            assertThatThrownBy(connection::setSavepoint).isInstanceOf(SQLFeatureNotSupportedException.class);
        }
    }

    @Test
    void twoProcessesLoseNothing() {
        try (var one = new StoreBeans(StorageProperties.sqlite(file()));
                var two = new StoreBeans(StorageProperties.sqlite(file()))) {
            Race.winners(64, i -> {
                (i % 2 == 0 ? one : two).stores().ledger().grant(ACCOUNT, credits(1), "gift", NOON);
                return true;
            });

            assertThat(one.stores().ledger().balance(ACCOUNT).available()).isEqualTo(credits(64));
            assertThat(two.audit().audit().isClean()).isTrue();
        }
    }

    /** Why {@link SqliteConnection} exists. Should this fail after an upgrade, look whether it still must. */
    @Test
    void theDriversOwnImmediateModeHoldsTheLockAfterACommit() throws SQLException {
        try (var idle = DriverManager.getConnection(url("transaction_mode=IMMEDIATE"))) {
            idle.setAutoCommit(false);
            execute(idle, INSERT);
            idle.commit();

            assertThatThrownBy(() -> execute(other, "UPDATE account SET name = 'Y'"))
                    .hasMessageContaining("SQLITE_BUSY");
        }
    }

    /** Why {@link SqliteConnection} exists. Should this fail after an upgrade, look whether it still must. */
    @Test
    void theDriverTakesAFailedBeginForATransaction() throws SQLException {
        execute(other, "BEGIN IMMEDIATE");
        try (var broken = DriverManager.getConnection(url("transaction_mode=IMMEDIATE&busy_timeout=1"))) {
            assertThatThrownBy(() -> broken.setAutoCommit(false)).hasMessageContaining("SQLITE_BUSY");
            execute(other, "ROLLBACK");

            assertThat(broken.getAutoCommit()).isFalse();
            execute(broken, INSERT);
        }
        assertThat(server.stores().accounts().find("acc_x")).isPresent();
    }

    private StoreBeans impatient() {
        var properties = new HashMap<>(StorageProperties.sqlite(file()));
        properties.computeIfPresent(
                "datasources.default.url", (_, url) -> url.toString().replace("busy_timeout=10000", "busy_timeout=1"));
        return new StoreBeans(properties);
    }

    /** The driver's own connection under every transaction. */
    private Connection writing() throws SQLException {
        try (var connection = server.connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                return statement.unwrap(JDBC4Statement.class).getConnection();
            } finally {
                connection.rollback();
            }
        }
    }

    private Path file() {
        return data.resolve("parley.db");
    }

    private String url(String parameters) {
        return "jdbc:sqlite:" + file() + "?" + parameters;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
