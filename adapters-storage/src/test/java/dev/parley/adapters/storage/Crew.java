package dev.parley.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Workers that tell what they were handed, and end it when they are let. */
public final class Crew implements Worker {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<UUID> started = new LinkedBlockingQueue<>();
    private final Semaphore leave = new Semaphore(0);
    private final Function<UUID, Ending> endings;

    public Crew(Function<UUID, Ending> endings) {
        this.endings = endings;
    }

    @Override
    public Ending work(UUID task) {
        started.add(task);
        try {
            leave.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the queue was closed while task " + task + " was worked on", e);
        }
        return endings.apply(task);
    }

    /** The task that was begun next. */
    public UUID next() {
        return nextOf(started);
    }

    /** The tasks that were begun next, in their order. */
    public List<UUID> next(int count) {
        var next = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            next.add(next());
        }
        return next;
    }

    /** Whether nothing was begun but what was asked for. */
    public boolean isAtRest() {
        return started.isEmpty();
    }

    /** Lets so many tasks come to their end. */
    public Crew letEnd(int count) {
        leave.release(count);
        return this;
    }

    static UUID nextOf(BlockingQueue<UUID> queue) {
        try {
            var next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("nothing has come").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test was cut short", e);
        }
    }
}
