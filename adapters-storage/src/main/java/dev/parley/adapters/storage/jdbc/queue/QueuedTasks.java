package dev.parley.adapters.storage.jdbc.queue;

import dev.parley.domain.task.Task;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the tasks themselves know of the queue: the truth that its rows follow. */
final class QueuedTasks {
    private static final String UNQUEUED = "status = 'PENDING' AND NOT queued AND mode = '" + Task.Mode.QUEUED + "'";

    /** In this order SQLite would rather walk through all tasks that ever were than sort those few, but for the sum. */
    static final String LOST = """
        SELECT id, not_before_ms FROM task
        WHERE queued AND status IN ('PENDING', 'PROCESSING') AND NOT EXISTS (
            SELECT 1 FROM scheduled_tasks WHERE task_name = ? AND task_instance = task.id)
        ORDER BY created_ms + 0, id
        """;

    private final DataSource connections;
    private final QueueDialect dialect;

    QueuedTasks(DataSource connections, QueueDialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** A task and the earliest time at which it may be worked on: the epoch, where that was in the past already. */
    record Waiting(UUID id, Instant notBefore) {}

    /** How many of the account's tasks have a place. Nobody else gives it any until the transaction ends. */
    int places(String account) {
        if (dialect == QueueDialect.POSTGRES) {
            query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))", row -> row.getInt(1), account);
        }
        return query(
                        "SELECT COUNT(*) FROM task WHERE account = ? AND queued AND status IN ('PENDING',"
                                + " 'PROCESSING')",
                        row -> row.getInt(1),
                        account)
                .getFirst();
    }

    /** The tasks that have waited longest without a place. One that somebody is ending meanwhile needs none. */
    List<Waiting> longestUnqueued(String account, int max) {
        return query(
                "SELECT id, not_before_ms FROM task WHERE account = ? AND " + UNQUEUED
                        + " ORDER BY created_ms, id LIMIT " + max + dialect.ofNobodyElse(),
                QueuedTasks::waiting,
                account);
    }

    /** @return whether it had no place */
    boolean queue(UUID task) {
        return update("UPDATE task SET queued = TRUE WHERE id = ? AND NOT queued", task.toString()) == 1;
    }

    List<String> accountsUnqueued() {
        return query("SELECT DISTINCT account FROM task WHERE " + UNQUEUED, row -> row.getString(1));
    }

    /** Tasks that have a place and no row. */
    List<Waiting> lost() {
        return query(LOST, QueuedTasks::waiting, JdbcTaskQueue.ROWS);
    }

    /** Makes every row free, whoever has taken it. */
    void releaseAll() {
        update("""
            UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1
            WHERE picked AND task_name = ?
            """, JdbcTaskQueue.ROWS);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(UUID.fromString(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));
    }

    private <T> List<T> query(String sql, Reader<T> reader, String... parameters) {
        try (var connection = connections.getConnection();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new DataAccessException("the queue could not be read", e);
        }
    }

    private int update(String sql, String... parameters) {
        try (var connection = connections.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessException("the queue could not be changed", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, String... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
