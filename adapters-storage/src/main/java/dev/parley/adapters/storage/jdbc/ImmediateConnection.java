package dev.parley.adapters.storage.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite connection whose transactions take the write lock when they begin, and hold it no longer than they last. The
 * driver's own immediate mode takes it again with each commit, and a begin that fails there leaves a connection on which
 * every statement is its own transaction. Here a connection that cannot begin, commit or roll back is closed.
 *
 * <p>It ignores {@code setReadOnly}, which Micronaut Data calls before each read and the driver refuses.
 */
final class ImmediateConnection implements InvocationHandler {

    /** By its class, 08, the pool knows that the connection is gone. */
    private static final String CONNECTION_FAILURE = "08006";

    private final Connection driver;
    private boolean manual;
    private boolean begun;

    private ImmediateConnection(Connection driver) {
        this.driver = driver;
    }

    /** @param driver in auto-commit mode, in which it stays */
    static Connection over(Connection driver) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new ImmediateConnection(driver));
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
            case "commit", "rollback" -> {
                end(method.getName());
                yield null;
            }
            // The driver would begin a transaction of its own, and a rollback to it would undo all of ours.
            case "setSavepoint" -> throw new SQLFeatureNotSupportedException("there are no savepoints here");
            case "createStatement", "prepareStatement" -> {
                begin();
                yield pass(method, arguments);
            }
            default -> pass(method, arguments);
        };
    }

    private void setManual(boolean wanted) throws SQLException {
        if (wanted) {
            manual = true;
            begin();
        } else {
            end("commit");
            manual = false;
        }
    }

    private void begin() throws SQLException {
        if (manual && !begun) {
            execute("begin immediate");
            begun = true;
        }
    }

    private void end(String command) throws SQLException {
        if (begun) {
            begun = false;
            execute(command);
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = driver.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            manual = false;
            close(e);
            throw new SQLException("SQLite failed at " + command + ": " + e.getMessage(), CONNECTION_FAILURE, e);
        }
    }

    private void close(SQLException reason) {
        try {
            driver.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(driver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
