package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javax.sql.DataSource;

/** Carries everything from one database into another, empty one, whichever kinds they are. */
@OnDatabase
@Singleton
public final class DatabaseCopy {

    /**
     * In this order each line finds what it refers to. The queue's own rows are left behind: they are made again of the tasks.
     */
    private static final List<String> TABLES = List.of(
            "account",
            "api_key",
            "admin",
            "balance",
            "ledger_entry",
            "spend",
            "task",
            "attempt",
            "idempotency_key",
            "outbox",
            "endpoint",
            "callback_secret",
            "delivery",
            "delivery_attempt",
            "created_voice");

    private static final String BALANCES = "SELECT account, available_micros, held_micros, spent_micros FROM balance";

    private static final int BATCH = 500;

    private final Snapshots snapshots;
    private final DataSource pool;

    DatabaseCopy(Snapshots snapshots, DataSource dataSource) {
        this.snapshots = snapshots;
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** How many lines of each table were carried. */
    public record Copied(SequencedMap<String, Long> lines) {

        public Copied {
            lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
        }
    }

    /**
     * Copies one moment's view of this database, in one transaction of the other, and compares the two before it commits: the
     * lines of every table, the balance of every account, and the books.
     *
     * @throws IllegalStateException if the other is not empty, or the copy is not the same; the other is left as it was
     */
    public Copied copyTo(DatabaseCopy other) {
        try (var from = snapshots.open();
                var to = other.pool.getConnection()) {
            to.setAutoCommit(false);
            try {
                var copied = copy(from, to);
                to.commit();
                return copied;
            } finally {
                to.rollback();
                to.setAutoCommit(true);
                from.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessException("The database cannot be copied: " + e.getMessage(), e);
        }
    }

    private static Copied copy(Connection from, Connection to) throws SQLException {
        SequencedMap<String, Long> lines = new LinkedHashMap<>();
        for (var table : TABLES) {
            if (count(to, table) > 0) {
                throw new IllegalStateException(
                        "the other database is not empty: its table " + table + " has lines. Give an empty one.");
            }
        }
        for (var table : TABLES) {
            lines.put(table, TableCopy.copy(from, to, table));
        }
        for (var table : TABLES) {
            require(count(from, table) == count(to, table), "the copy of the table " + table + " is not whole");
        }
        compareBalances(from, to);
        var differences = JdbcLedgerAudit.differences(to);
        require(differences.isEmpty(), "the books do not add up: " + String.join(" ", differences));
        return new Copied(lines);
    }

    private static void compareBalances(Connection from, Connection to) throws SQLException {
        try (var balances = from.createStatement();
                var copy = to.prepareStatement(BALANCES + " WHERE account = ?")) {
            balances.setFetchSize(BATCH);
            try (var balance = balances.executeQuery(BALANCES)) {
                while (balance.next()) {
                    copy.setString(1, balance.getString(1));
                    require(isSame(balance, copy), "the balance of " + balance.getString(1) + " is not the same");
                }
            }
        }
    }

    private static boolean isSame(ResultSet balance, PreparedStatement query) throws SQLException {
        try (var copied = query.executeQuery()) {
            return copied.next()
                    && balance.getLong(2) == copied.getLong(2)
                    && balance.getLong(3) == copied.getLong(3)
                    && balance.getLong(4) == copied.getLong(4);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private static void require(boolean same, String otherwise) {
        if (!same) {
            throw new IllegalStateException(otherwise + "; nothing was kept of it");
        }
    }
}
