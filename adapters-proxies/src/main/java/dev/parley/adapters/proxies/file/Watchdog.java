package dev.parley.adapters.proxies.file;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends waits that last too long. One thread is enough: ending one takes no time. */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Watchdog(String upstream) {
        var threads = Thread.ofPlatform().daemon().name(upstream + "-watchdog").factory();
        timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Cancelling it calls it off. */
    Future<?> after(Duration time, Runnable end) {
        return timer.schedule(end, Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
