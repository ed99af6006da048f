package dev.parley.plugins.localvoice;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few engines that many callers take turns on, a sentence at a time. Each is loaded when it is first needed. They compute on
 * threads of the operating system: on virtual ones they would keep everybody else from being served.
 */
final class EnginePool {

    private static final int SIZE_MAX = 8;

    private static final String CLOSED = "The local voice is closed.";

    private final Semaphore permits;
    private final ExecutorService threads;
    private final ConcurrentLinkedQueue<Engine> idle = new ConcurrentLinkedQueue<>();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile boolean closed;

    EnginePool(int size) {
        int engines = Math.clamp(size, 1, SIZE_MAX);
        permits = new Semaphore(engines, true);
        threads = Executors.newFixedThreadPool(
                engines, Thread.ofPlatform().daemon().name("local-voice-", 0).factory());
    }

    /** Loads one engine in the background, so that the first rendering need not. */
    void preload() {
        threads.execute(() -> {
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
            return threads.submit(() -> once(work)).get();
        } catch (RejectedExecutionException e) {
            permits.release();
            throw unavailable(CLOSED, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ProviderException failed -> throw failed;
                case RuntimeException broken -> throw broken;
                case Error fatal -> throw fatal;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    void close() {
        closed = true;
        idle.clear();
        threads.shutdown();
    }

    /** With a permit, which it gives back even where nobody waits any more. */
    private <T> T once(Function<Engine, T> work) throws ProviderException {
        try {
            var engine = open();
            T result = work.apply(engine);
            giveBack(engine);
            return result;
        } finally {
            permits.release();
        }
    }

    private void acquire(Duration patience) throws ProviderException {
        try {
            if (!permits.tryAcquire(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
                throw unavailable("The local voice is busy: no engine was free before the deadline.", null);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Engine open() throws ProviderException {
        if (closed) {
            throw unavailable(CLOSED, null);
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

    private static ProviderException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return unavailable("The rendering was interrupted.", e);
    }

    /** Whatever of it was spoken in this process, nobody is paid for. */
    private static ProviderException unavailable(String message, @Nullable Throwable cause) {
        return new ProviderException(Failure.Unavailable.notRendered(message), cause);
    }
}
