package dev.parley.plugins.localvoice;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few engines that many threads take turns on, a sentence at a time. Each is loaded when it is first needed. */
final class EnginePool {

    private static final int SIZE_MAX = 8;

    private final Semaphore permits;
    private final ConcurrentLinkedQueue<Engine> idle = new ConcurrentLinkedQueue<>();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile boolean closed;

    EnginePool(int size) {
        permits = new Semaphore(Math.clamp(size, 1, SIZE_MAX), true);
    }

    /** Loads one engine in the background, so that the first rendering need not. */
    void preload() {
        Thread.ofVirtual().name("parley-local-voice-preload").start(() -> {
            loading.lock();
            try {
                if (!closed && idle.isEmpty()) {
                    giveBack(Engine.load());
                }
            } finally {
                loading.unlock();
            }
        });
    }

    /** An engine on which the work fails is not used again. */
    <T> T with(Duration patience, Function<Engine, T> work) throws ProviderException {
        acquire(patience);
        try {
            var engine = open();
            T result = work.apply(engine);
            giveBack(engine);
            return result;
        } finally {
            permits.release();
        }
    }

    void close() {
        closed = true;
        idle.clear();
    }

    private void acquire(Duration patience) throws ProviderException {
        try {
            if (!permits.tryAcquire(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
                throw unavailable("The local voice is busy: no engine was free before the deadline.", null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("The rendering was interrupted.", interrupted);
        }
    }

    private Engine open() throws ProviderException {
        if (closed) {
            throw unavailable("The local voice is closed.", null);
        }
        var ready = idle.poll();
        return ready == null ? load() : ready;
    }

    private void giveBack(Engine engine) {
        if (!closed) {
            idle.add(engine);
        }
    }

    /** One at a time: who waits here for another's loading may find that it left an engine idle. */
    private Engine load() {
        loading.lock();
        try {
            var ready = idle.poll();
            return ready == null ? Engine.load() : ready;
        } finally {
            loading.unlock();
        }
    }

    /** Whatever of it was spoken in this process, nobody is paid for. */
    private static ProviderException unavailable(String message, @Nullable Throwable cause) {
        return new ProviderException(Failure.Unavailable.notRendered(message), cause);
    }
}
