package dev.parley.adapters.storage.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the pool keeps it: a transaction is a turn on the connection that writes, and takes the write lock when it
 * begins; a query outside of one goes to a connection of its own, which waits for nobody. The driver's own immediate mode
 * takes the lock again with each commit, and a begin that fails there leaves a connection on which every statement is its own
 * transaction.
 *
 * <p>It ignores {@code setReadOnly}, which Micronaut Data calls before each read and the driver refuses.
 */
final class SqliteConnection implements InvocationHandler {

    private static final String QUERY = "SELECT";

    private final Connection reading;
    private final WriteTurns turns;
    private boolean manual;
    private @Nullable Connection turn;

    private SqliteConnection(Connection reading, WriteTurns turns) {
        this.reading = reading;
        this.turns = turns;
    }

    /** @param reading in auto-commit mode, in which it stays */
    static Connection over(Connection reading, WriteTurns turns) {
        turns.join();
        return proxy(Connection.class, new SqliteConnection(reading, turns));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "setReadOnly" -> null;
            case "getAutoCommit" -> !manual;
            case "setAutoCommit" -> {
                setManual(arguments != null && Boolean.FALSE.equals(arguments[0]));
                yield null;
            }
            case "commit" -> {
                commit();
                yield null;
            }
            case "rollback" -> {
                undo();
                yield null;
            }
            // The driver would begin a transaction of its own, and a rollback to it would undo all of ours.
            case "setSavepoint" -> throw new SQLFeatureNotSupportedException("there are no savepoints here");
            case "createStatement" ->
                manual ? pass(begun(), method, arguments) : alone(Statement.class, method, arguments);
            case "prepareStatement" ->
                manual
                        ? pass(begun(), method, arguments)
                        : isQuery(arguments)
                                ? pass(reading, method, arguments)
                                : alone(PreparedStatement.class, method, arguments);
            case "close" -> {
                close();
                yield null;
            }
            default -> pass(reading, method, arguments);
        };
    }

    private void setManual(boolean wanted) throws SQLException {
        if (wanted) {
            begun();
        } else {
            commit();
        }
        manual = wanted;
    }

    private Connection begun() throws SQLException {
        var open = turn;
        if (open == null) {
            open = turns.take();
            turn = open;
        }
        return open;
    }

    private void commit() throws SQLException {
        if (turn != null) {
            turn = null;
            turns.commit();
        }
    }

    private void undo() throws SQLException {
        if (turn != null) {
            turn = null;
            turns.undo();
        }
    }

    private void close() throws SQLException {
        if (reading.isClosed()) {
            return;
        }
        try {
            undo();
        } finally {
            reading.close();
            turns.leave();
        }
    }

    private static boolean isQuery(Object @Nullable [] arguments) {
        return arguments != null
                && arguments[0] instanceof String sql
                && sql.stripLeading().regionMatches(true, 0, QUERY, 0, QUERY.length());
    }

    /** A statement that is a transaction of its own each time it is run. */
    private Object alone(Class<? extends Statement> type, Method method, Object @Nullable [] arguments)
            throws Throwable {
        var statement = pass(turns.connection(), method, arguments);
        return proxy(type, (_, called, with) -> {
            if (!called.getName().startsWith("execute")) {
                return pass(statement, called, with);
            }
            boolean done = false;
            turns.take();
            try {
                var answer = pass(statement, called, with);
                done = true;
                return answer;
            } finally {
                if (done) {
                    turns.commit();
                } else {
                    turns.undo();
                }
            }
        });
    }

    private static @Nullable Object pass(@Nullable Object to, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SqliteConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
