package dev.parley.plugins.sandbox;

import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Frames on their way to a caller, a few at most; then whoever puts them waits. */
final class Outbox {

    private static final int FRAMES_MAX = 16;
    private static final Failure CLOSED = Failure.Unavailable.notRendered("The session was closed.");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Frame> frames = new ArrayDeque<>();
    private @Nullable SessionEnd end;
    private @Nullable Failure failure;
    private boolean closed;

    /** @throws ProviderException once nothing goes out any more */
    void put(Frame frame) throws ProviderException {
        lock.lock();
        try {
            while (frames.size() >= FRAMES_MAX && isOpen()) {
                changed.awaitUninterruptibly();
            }
            requireOpen();
            frames.add(frame);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Null at the end, after all that came before it. */
    @Nullable
    Frame take() throws ProviderException {
        lock.lock();
        try {
            while (frames.isEmpty() && isOpen()) {
                changed.awaitUninterruptibly();
            }
            var next = closed ? null : frames.poll();
            changed.signalAll();
            if (next != null) {
                return next;
            }
            if (failure != null) {
                throw new ProviderException(failure);
            }
            if (end == null) {
                throw new ProviderException(CLOSED);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    void requireOpen() throws ProviderException {
        lock.lock();
        try {
            if (!isOpen()) {
                throw new ProviderException(CLOSED);
            }
        } finally {
            lock.unlock();
        }
    }

    void end(int code, String reason) {
        lock.lock();
        try {
            end = end == null ? new SessionEnd(code, reason) : end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void fail(Failure why) {
        lock.lock();
        try {
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    SessionEnd ended() {
        lock.lock();
        try {
            if (end == null) {
                throw new IllegalStateException("the session has not ended");
            }
            return end;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() {
        return end == null && failure == null && !closed;
    }
}
