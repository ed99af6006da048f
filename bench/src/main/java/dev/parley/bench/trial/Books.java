package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A gateway's database, looked at from outside. */
final class Books implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DIGITS = 3;

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    /** Where the gateway keeps them. */
    static Path of(Gateway gateway) {
        return gateway.dir().resolve("data").resolve("parley.db");
    }

    static Books open(Path file) throws IOException {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
            return new Books(connection);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Until nothing is left to do, and all of it was done well. */
    void awaitDone() throws IOException, InterruptedException, CannotRunException {
        var end = Instant.now().plus(PATIENCE);
        // One by one, as the indexes are.
        while (number("SELECT COUNT(*) FROM task WHERE status = 'PENDING'") > 0
                || number("SELECT COUNT(*) FROM task WHERE status = 'PROCESSING'") > 0) {
            if (Instant.now().isAfter(end)) {
                throw new CannotRunException("tasks are still waiting after " + PATIENCE.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        long failed = number("SELECT COUNT(*) FROM task WHERE status <> 'COMPLETED'");
        if (failed > 0) {
            throw new CannotRunException(failed + " tasks have failed, one of them because "
                    + text("SELECT failure_message FROM task WHERE status <> 'COMPLETED' LIMIT 1"));
        }
    }

    /** Tasks a second, of those ordered since then, from the first order to the last end. */
    double throughput(Instant since) throws IOException {
        return perSecond("SELECT COUNT(*), MAX(ended_ms) - MIN(created_ms) FROM task WHERE created_ms >= ?", since);
    }

    /** Tasks a second that have ended since then. */
    double finishes(Instant since) throws IOException {
        return perSecond(
                "SELECT COUNT(*), MAX(ended_ms) - MIN(ended_ms) FROM task WHERE status = 'COMPLETED' AND ended_ms >= ?",
                since);
    }

    /** From order to provider, of the tasks ordered since then; in nanoseconds. */
    Histogram delays(Instant since) throws IOException {
        var delays = new Histogram(DIGITS);
        try (var statement = prepare("""
            SELECT attempt.dispatched_ms - task.created_ms FROM task
            JOIN attempt ON attempt.task = task.id AND attempt.number = 1
            WHERE task.created_ms >= ?
            """, since.toEpochMilli());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                delays.recordValue(TimeUnit.MILLISECONDS.toNanos(Math.max(0, rows.getLong(1))));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return delays;
    }

    /** The id of the middle line of those that a table has of an account. */
    String halfway(String table, String order, String account) throws IOException {
        long half = number("SELECT COUNT(*) / 2 FROM " + table + " WHERE account = ?", account);
        return text(
                "SELECT id FROM " + table + " WHERE account = ? ORDER BY " + order + " LIMIT 1 OFFSET " + half,
                account);
    }

    long number(String query, Object... parameters) throws IOException {
        return Long.parseLong(text(query, parameters));
    }

    /** The first of what is found. */
    String text(String query, Object... parameters) throws IOException {
        try (var statement = prepare(query, parameters);
                var row = row(statement)) {
            return row.getString(1);
        } catch (SQLException e) {
            throw new IOException(query, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private double perSecond(String query, Instant since) throws IOException {
        try (var statement = prepare(query, since.toEpochMilli());
                var row = row(statement)) {
            return row.getLong(1) * 1000.0 / Math.max(1, row.getLong(2));
        } catch (SQLException e) {
            throw new IOException(query, e);
        }
    }

    private static ResultSet row(PreparedStatement statement) throws SQLException {
        var rows = statement.executeQuery();
        if (!rows.next()) {
            throw new SQLException("nothing is found");
        }
        return rows;
    }

    private PreparedStatement prepare(String query, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(query);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
