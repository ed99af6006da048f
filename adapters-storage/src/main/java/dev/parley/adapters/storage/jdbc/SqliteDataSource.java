package dev.parley.adapters.storage.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections that the pool keeps. None is handed out that would lose an acknowledged commit, and none whose
 * transactions could fail halfway because another process writes.
 */
final class SqliteDataSource implements DataSource {

    /** 2 is FULL: each commit is on disk before it returns. */
    private static final Map<String, String> PRAGMAS =
            Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1");

    /** The pool waits so long for its threads when it is closed. */
    private static final int CLOSING_SECONDS_MAX = 5;

    private static final int WRITING_CACHE_KIB = 32 * 1024;

    /** 16 MiB: the log is read at each start after a crash. */
    private static final int LOG_PAGES_MAX = 4096;

    private final String url;
    private final WriteTurns turns = new WriteTurns(this::openToWrite);

    SqliteDataSource(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return SqliteConnection.over(open(), turns);
    }

    /** It has most of what is looked at in memory, and carries the log into the file less often than it would by itself. */
    private Connection openToWrite() throws SQLException {
        var connection = open();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -" + WRITING_CACHE_KIB);
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES_MAX);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        var connection = new KeepingConnection(url);
        try {
            for (var pragma : PRAGMAS.entrySet()) {
                check(connection, pragma.getKey(), pragma.getValue());
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private void check(Connection connection, String pragma, String wanted) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA " + pragma)) {
            String found = answer.next() ? answer.getString(1) : "nothing";
            if (!wanted.equalsIgnoreCase(found)) {
                throw new SQLException("SQLite runs with " + pragma + "=" + found + ", not " + wanted + ": " + url
                        + " must set it, and lie on a local disk");
            }
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("SQLite keeps no log here");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("opening a file takes no login");
    }

    @Override
    public int getLoginTimeout() {
        return CLOSING_SECONDS_MAX;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("SQLite keeps no log here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (isWrapperFor(type)) {
            return type.cast(this);
        }
        throw new SQLException("this is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
