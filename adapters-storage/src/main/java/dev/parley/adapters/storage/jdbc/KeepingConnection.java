package dev.parley.adapters.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** The driver's connection, which keeps the statements that are closed: to compile one costs more than to run it. */
final class KeepingConnection extends JDBC4Connection {

    /** More than Parley has, so that few are thrown away. */
    private static final int KEPT_MAX = 128;

    private final Map<String, Kept> idle = new LinkedHashMap<>();

    KeepingConnection(String url) throws SQLException {
        super(url, url.substring(JDBC.PREFIX.length()), new Properties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        Kept kept;
        synchronized (idle) {
            kept = idle.remove(sql);
        }
        return kept == null ? new Kept(sql) : kept;
    }

    /** False where there is no room for it. One that is closed twice is kept once. */
    private boolean keep(String sql, Kept closed) {
        synchronized (idle) {
            return closed.equals(idle.get(sql)) || (idle.size() < KEPT_MAX && idle.putIfAbsent(sql, closed) == null);
        }
    }

    /** A statement whose end is a pause. */
    private final class Kept extends JDBC4PreparedStatement {

        private final String text;

        Kept(String text) throws SQLException {
            super(KeepingConnection.this, text);
            this.text = text;
        }

        @Override
        public void close() throws SQLException {
            if (isClosed() || KeepingConnection.this.isClosed()) {
                super.close();
                return;
            }
            ((ResultSet) rs).close();
            clearBatch();
            clearParameters();
            if (!keep(text, this)) {
                super.close();
            }
        }
    }
}
