package dev.parley.application.work;

import dev.parley.domain.task.Task;

/** A thread that waits for a provider to begin. There is no audio yet that could be closed, so whoever stops it interrupts. */
final class Beginning {

    private final Task task;
    private final Thread thread = Thread.currentThread();
    private boolean stopped;
    private boolean over;

    Beginning(Task task) {
        this.task = task;
    }

    Task task() {
        return task;
    }

    /** From any thread. */
    synchronized void stop() {
        stopped = true;
        if (!over) {
            thread.interrupt();
        }
    }

    /** From here on the thread is left alone. */
    synchronized void end() {
        over = true;
        if (stopped) {
            var _ = Thread.interrupted();
        }
    }

    /** Whether somebody wanted it to end early. */
    synchronized boolean wasStopped() {
        return stopped;
    }
}
