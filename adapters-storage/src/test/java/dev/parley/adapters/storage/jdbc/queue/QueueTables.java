package dev.parley.adapters.storage.jdbc.queue;

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

    Tasks tasks() {
        return beans.getBean(Tasks.class);
    }

    Transactions transactions() {
        return beans.getBean(Transactions.class);
    }

    TaskQueue open(int placesPerAccount, int workers, InstantSource clock) {
        var limits = new QueueLimits(placesPerAccount, workers, POLLING, HEARTBEAT);
        return beans.getBean(TaskQueues.class).open(limits, clock);
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

    @Override
    public void close() {
        beans.close();
    }

    private DataSource pool() {
        return DelegatingDataSource.unwrapDataSource(beans.getBean(DataSource.class));
    }
}
