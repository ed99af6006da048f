package dev.parley.adapters.storage.jdbc.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** Beans over one database, and its tables seen from outside. */
final class QueueTables implements AutoCloseable {
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofMillis(50);

    private final ApplicationContext beans;

    QueueTables(Map<String, Object> properties) {
        beans = ApplicationContext.run(properties);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Tasks tasks() {
        return bean(Tasks.class);
    }

    Transactions transactions() {
        return bean(Transactions.class);
    }

    TaskQueue open(int placesPerAccount, int workers, InstantSource clock) {
        return open(new QueueLimits(placesPerAccount, workers, POLLING, HEARTBEAT), clock);
    }

    TaskQueue open(QueueLimits limits, InstantSource clock) {
        return bean(TaskQueues.class).open(limits, clock);
    }

    int execute(String sql) {
        try (var connection = pool().getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + sql, e);
        }
    }

    /** The only answer, as text; empty where there is none. */
    String ask(String sql) {
        return ask(sql, 1).strip();
    }

    /** What one column says, line by line. */
    String ask(String sql, int column) {
        try (var connection = pool().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString(column)).append('\n');
            }
            return lines.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + sql, e);
        }
    }

    /** Connections that somebody has and did not give back. */
    int connectionsInUse() {
        return ((HikariDataSource) pool()).getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        beans.close();
    }

    private DataSource pool() {
        return DelegatingDataSource.unwrapDataSource(beans.getBean(DataSource.class));
    }
}
