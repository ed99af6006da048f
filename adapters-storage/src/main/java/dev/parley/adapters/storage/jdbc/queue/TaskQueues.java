package dev.parley.adapters.storage.jdbc.queue;

import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Opens the queue of the database that is configured. */
@Requires(property = "datasources.default.url")
@Singleton
public final class TaskQueues {
    private final JoinedConnections connections;
    private final Transactions transactions;

    TaskQueues(DataSource dataSource, ConnectionOperations<Connection> operations, Transactions transactions) {
        this.connections = new JoinedConnections(DelegatingDataSource.unwrapDataSource(dataSource), operations);
        this.transactions = transactions;
    }

    /**
     * A queue that has not begun to hand anything out. Whoever opens it closes it.
     *
     * @param placesPerAccount how many of an account's tasks may be in it
     * @param workers how many tasks this process works on at once
     */
    public TaskQueue open(int placesPerAccount, int workers, InstantSource clock) {
        return open(QueueLimits.of(placesPerAccount, workers), clock);
    }

    TaskQueue open(QueueLimits limits, InstantSource clock) {
        try {
            return new JdbcTaskQueue(connections, transactions, limits, clock);
        } catch (SQLException e) {
            throw new DataAccessException("the queue could not be opened", e);
        }
    }
}
