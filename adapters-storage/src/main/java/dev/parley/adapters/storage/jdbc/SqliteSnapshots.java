package dev.parley.adapters.storage.jdbc;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Read transactions on the write-ahead log, beside the writer. */
@OnSqlite
@Singleton
final class SqliteSnapshots implements Snapshots {
    private final String url;

    SqliteSnapshots(@Property(name = "datasources.default.url") String url) {
        this.url = url;
    }

    @Override
    public Connection open() throws SQLException {
        var connection = DriverManager.getConnection(url);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
