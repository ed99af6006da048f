package dev.parley.adapters.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes. Transactions take turns on it. Those that end while others wait for theirs share one commit,
 * so that many cost as little of the disk's time as one; none is told of its own before all of them are on disk.
 *
 * <p>A transaction that joins others has a savepoint, by which it can be undone alone. A connection that cannot begin, commit
 * or undo is closed, and whoever shared it hears of it.
 */
final class WriteTurns {

    /** More would wait longer than a commit takes. */
    private static final int SHARED_MAX = 16;

    /** By its class, 08, the pool knows that the connection is gone. */
    private static final String CONNECTION_FAILURE = "08006";

    private final Opener opener;

    /** Whoever waits for it does so until it comes: an end that is left to them is not forgotten. */
    private final Semaphore turn = new Semaphore(1);

    private volatile @Nullable Thread holder;
    private volatile @Nullable Connection driver;

    /** Of the transactions that have ended and are not on disk yet. */
    private Shared shared = new Shared();

    private int users;

    WriteTurns(Opener opener) {
        this.opener = opener;
    }

    /** Opens a connection in auto-commit mode. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    /** Begins a transaction, which is ended by {@link #commit} or {@link #undo}. Nobody else writes until then. */
    Connection take() throws SQLException {
        if (Thread.currentThread().equals(holder)) {
            throw new SQLException("this thread has its turn already, on another connection");
        }
        turn.acquireUninterruptibly();
        holder = Thread.currentThread();
        try {
            return begin();
        } catch (SQLException e) {
            pass();
            throw e;
        }
    }

    /** Returns when the transaction is on disk. */
    void commit() throws SQLException {
        var mine = shared;
        try {
            if (mine.size > 0) {
                execute("release own");
            }
            mine.size++;
            if (mine.size == SHARED_MAX || !turn.hasQueuedThreads()) {
                store();
            }
        } finally {
            pass();
        }
        mine.await();
    }

    /** Ends the transaction without a trace. */
    void undo() throws SQLException {
        try {
            if (shared.size > 0) {
                execute("rollback to own");
                execute("release own");
                if (!turn.hasQueuedThreads()) {
                    store();
                }
            } else {
                execute("rollback");
            }
        } finally {
            pass();
        }
    }

    /** For statements that are transactions of their own: each has its turn when it is run. */
    Connection connection() throws SQLException {
        var open = driver;
        if (open == null) {
            open = take();
            undo();
        }
        return open;
    }

    /** How many wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** One more who may write. */
    synchronized void join() {
        users++;
    }

    /** One fewer: after the last the connection is closed. */
    synchronized void leave() throws SQLException {
        users--;
        if (users == 0) {
            turn.acquireUninterruptibly();
            try {
                close();
            } finally {
                turn.release();
            }
        }
    }

    private Connection begin() throws SQLException {
        var open = driver;
        if (open == null) {
            open = opener.open();
            driver = open;
        }
        if (shared.size > 0) {
            execute("savepoint own");
        } else {
            execute("begin immediate");
        }
        return open;
    }

    private void pass() {
        holder = null;
        turn.release();
    }

    private void store() throws SQLException {
        var ended = shared;
        shared = new Shared();
        try {
            execute("commit");
            ended.outcome.complete(Optional.empty());
        } catch (SQLException e) {
            ended.outcome.complete(Optional.of(e));
        }
    }

    private void execute(String command) throws SQLException {
        var open = driver;
        if (open == null) {
            throw new SQLException("SQLite failed before " + command, CONNECTION_FAILURE);
        }
        try (var statement = open.prepareStatement(command)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed("SQLite failed at " + command + ": " + e.getMessage(), e);
        }
    }

    /** Nothing of what has not been stored will be. */
    private SQLException failed(String message, SQLException cause) {
        var failure = new SQLException(message, CONNECTION_FAILURE, cause);
        shared.outcome.complete(Optional.of(failure));
        shared = new Shared();
        try {
            close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void close() throws SQLException {
        var open = driver;
        driver = null;
        if (open != null) {
            open.close();
        }
    }

    /** Some transactions, and why they are not on disk, where they are not. */
    private static final class Shared {
        private final CompletableFuture<Optional<SQLException>> outcome = new CompletableFuture<>();
        private int size;

        void await() throws SQLException {
            var failure = outcome.join();
            if (failure.isPresent()) {
                throw new SQLException(failure.get().getMessage(), CONNECTION_FAILURE, failure.get());
            }
        }
    }
}
