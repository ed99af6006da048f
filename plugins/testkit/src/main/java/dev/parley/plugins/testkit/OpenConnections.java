package dev.parley.plugins.testkit;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The connections of one upstream, so that a test can wait for what becomes of them. */
final class OpenConnections {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Socket> sockets = new HashSet<>();
    private final Set<Socket> stalled = new HashSet<>();
    private @Nullable IOException trouble;

    void add(Socket socket) {
        change(() -> sockets.add(socket));
    }

    void remove(Socket socket) {
        change(() -> {
            sockets.remove(socket);
            stalled.remove(socket);
        });
    }

    void stalled(Socket socket) {
        change(() -> stalled.add(socket));
    }

    /** Kept for a debugger only: a client that leaves is no error of the upstream. */
    void lastTrouble(IOException e) {
        change(() -> trouble = e);
    }

    boolean awaitStall(Duration most) throws InterruptedException {
        return await(() -> !stalled.isEmpty(), most);
    }

    boolean awaitNone(Duration most) throws InterruptedException {
        return await(sockets::isEmpty, most);
    }

    void closeAll() {
        List<Socket> all;
        lock.lock();
        try {
            all = List.copyOf(sockets);
        } finally {
            lock.unlock();
        }
        for (Socket socket : all) {
            try {
                socket.close();
            } catch (IOException e) {
                lastTrouble(e);
            }
        }
    }

    @Override
    public String toString() {
        return "OpenConnections[" + sockets.size() + ", last trouble: " + trouble + "]";
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier condition, Duration most) throws InterruptedException {
        long nanos = most.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
