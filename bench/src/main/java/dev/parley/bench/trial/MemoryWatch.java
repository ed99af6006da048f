package dev.parley.bench.trial;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks every few milliseconds how much memory is resident, until it is told to stop. */
final class MemoryWatch {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Gateway gateway;
    private final Thread thread;
    private volatile boolean over;
    private volatile long most;

    private MemoryWatch(Gateway gateway) {
        this.gateway = gateway;
        this.most = gateway.usage().residentBytes();
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    static MemoryWatch start(Gateway gateway) {
        return new MemoryWatch(gateway);
    }

    /** The most bytes that were resident since it was started. */
    long stop() throws InterruptedException {
        over = true;
        thread.join();
        return most;
    }

    private void watch() {
        while (!over) {
            most = Math.max(most, gateway.usage().residentBytes());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
