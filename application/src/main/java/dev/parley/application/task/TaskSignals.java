package dev.parley.application.task;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever waits for a task within this process. Only a hint: a waiter looks into the store after each wait, and also
 * when none came, since the change may have been made elsewhere.
 */
public final class TaskSignals {

    private final Signal work = new Signal();
    private final Signal news = new Signal();
    private final ConcurrentHashMap<UUID, Set<Signal>> watchers = new ConcurrentHashMap<>();

    /** One waiter's bell: rings between two waits count once. */
    public static final class Signal {
        private final Semaphore rung = new Semaphore(0);

        public void await(Duration atMost) throws InterruptedException {
            if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        }

        public void ring() {
            rung.release();
        }
    }

    public void submitted() {
        work.ring();
    }

    /** Rings when a task was submitted. */
    public Signal work() {
        return work;
    }

    public void announced() {
        news.ring();
    }

    /** Rings when there may be something to tell others. */
    public Signal news() {
        return news;
    }

    public void changed(UUID task) {
        watchers.getOrDefault(task, Set.of()).forEach(Signal::ring);
    }

    /** Rings when this task has changed, until {@link #unwatch}. */
    public Signal watch(UUID task) {
        var signal = new Signal();
        watchers.computeIfAbsent(task, _ -> ConcurrentHashMap.newKeySet()).add(signal);
        return signal;
    }

    public void unwatch(UUID task, Signal signal) {
        watchers.computeIfPresent(task, (_, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }
}
