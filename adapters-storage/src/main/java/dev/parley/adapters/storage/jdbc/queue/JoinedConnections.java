package dev.parley.adapters.storage.jdbc.queue;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections that join the transaction around them, and are the pool's own where there is none. db-scheduler knows no
 * transaction but its connection's: without this it would change its rows in another one, and wait for the connection that
 * its caller holds.
 */
final class JoinedConnections extends DelegatingDataSource {
    private final ConnectionOperations<Connection> current;

    JoinedConnections(DataSource pool, ConnectionOperations<Connection> current) {
        super(pool);
        this.current = current;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var joined = current.findConnectionStatus().map(ConnectionStatus::getConnection);
        return joined.isPresent() ? withoutEnd(joined.get()) : super.getConnection();
    }

    /** Its transaction is ended by whoever began it. */
    private static Connection withoutEnd(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "close", "commit", "rollback", "setAutoCommit" -> null;
                    case "getAutoCommit" -> true; // Else db-scheduler commits.
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }
}
