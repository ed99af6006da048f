package dev.parley.adapters.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries the lines of one table between databases whose columns have the same names. */
final class TableCopy {

    private static final int BATCH = 500;

    /** Counted by the database itself. */
    private static final String POSITION = "position";

    private TableCopy() {}

    static long copy(Connection from, Connection to, String table) throws SQLException {
        boolean postgres = to.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (var read = from.createStatement()) {
            read.setFetchSize(BATCH);
            try (var lines = read.executeQuery("SELECT * FROM " + table)) {
                var columns = columns(lines.getMetaData());
                try (var write = to.prepareStatement(insert(table, columns, postgres))) {
                    long copied = copy(lines, write, booleans(to, table, columns));
                    if (postgres && columns.contains(POSITION)) {
                        countOn(to, table);
                    }
                    return copied;
                }
            }
        }
    }

    private static long copy(ResultSet lines, PreparedStatement write, List<Boolean> booleans) throws SQLException {
        long copied = 0;
        while (lines.next()) {
            for (int column = 1; column <= booleans.size(); column++) {
                write.setObject(column, value(lines.getObject(column), booleans.get(column - 1)));
            }
            write.addBatch();
            copied++;
            if (copied % BATCH == 0) {
                write.executeBatch();
            }
        }
        write.executeBatch();
        return copied;
    }

    /** SQLite has no truth values: there they are 1 and 0. */
    private static @Nullable Object value(@Nullable Object value, boolean isBoolean) {
        if (isBoolean && value instanceof Number number) {
            return number.intValue() != 0;
        }
        if (!isBoolean && value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value;
    }

    private static List<String> columns(ResultSetMetaData lines) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= lines.getColumnCount(); column++) {
            columns.add(lines.getColumnName(column));
        }
        return columns;
    }

    private static List<Boolean> booleans(Connection to, String table, List<String> columns) throws SQLException {
        var query = "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE 1 = 0";
        try (var statement = to.createStatement();
                var none = statement.executeQuery(query)) {
            List<Boolean> booleans = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                int type = none.getMetaData().getColumnType(column);
                booleans.add(type == Types.BOOLEAN || type == Types.BIT);
            }
            return booleans;
        }
    }

    private static String insert(String table, List<String> columns, boolean postgres) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ")"
                + (postgres && columns.contains(POSITION) ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** The next line comes after those that were carried. */
    private static void countOn(Connection to, String table) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute("SELECT setval(pg_get_serial_sequence('" + table + "', '" + POSITION + "'), "
                    + "COALESCE((SELECT MAX(" + POSITION + ") FROM " + table + "), 0) + 1, FALSE)");
        }
    }
}
