package dev.parley.adapters.storage.jdbc;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Read-only transactions of repeatable read, whose first query chooses the moment. */
@OnPostgres
@Singleton
final class PgSnapshots implements Snapshots {
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    PgSnapshots(
            @Property(name = "datasources.default.url") String url,
            @Nullable @Property(name = "datasources.default.username") String user,
            @Nullable @Property(name = "datasources.default.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public Connection open() throws SQLException {
        var connection = DriverManager.getConnection(url, user, password);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
