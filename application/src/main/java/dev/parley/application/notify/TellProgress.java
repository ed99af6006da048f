package dev.parley.application.notify;

import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.store.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Tells of tasks while they are rendered here, where that is wanted: at the start and every few seconds, as well as it can.
 * Nothing of it is stored or sent again, and none of it comes after the word of the task's end from this process.
 */
public final class TellProgress {

    /** Callers may count on one every 15 s. */
    static final Duration EVERY = Duration.ofSeconds(12);

    private final Supplier<Collection<UUID>> rendered;
    private final Tasks tasks;
    private final Letters letters;
    private final Courier courier;
    private final InstantSource clock;
    private final ConcurrentHashMap<UUID, Teller> tellers = new ConcurrentHashMap<>();

    /** @param rendered the tasks that are rendered here at the moment */
    public TellProgress(
            Supplier<Collection<UUID>> rendered, Tasks tasks, Letters letters, Courier courier, InstantSource clock) {
        this.rendered = rendered;
        this.tasks = tasks;
        this.letters = letters;
        this.courier = courier;
        this.clock = clock;
    }

    /** What is to be told now; each is run on a thread of its own, or not at all. */
    List<Runnable> due() {
        var running = new HashSet<>(rendered.get());
        tellers.values().removeIf(teller -> !running.contains(teller.task) && teller.word.availablePermits() > 0);
        List<Runnable> due = new ArrayList<>();
        for (var id : running) {
            var teller = tellers.computeIfAbsent(id, this::teller);
            if (teller.isDue(clock.instant())) {
                due.add(() -> tell(teller));
            }
        }
        return due;
    }

    /** Returns when nothing is being told of the task's progress. Whoever asks for more finds it ended. */
    void fallSilent(UUID task) {
        var teller = tellers.get(task);
        if (teller != null) {
            teller.word.acquireUninterruptibly();
            teller.word.release();
        }
    }

    private Teller teller(UUID id) {
        boolean wanted = tasks.find(id)
                .map(task -> task.output().callback())
                .filter(callback -> callback.everyStep())
                .isPresent();
        return new Teller(id, wanted);
    }

    private void tell(Teller teller) {
        if (!teller.word.tryAcquire()) {
            return;
        }
        try {
            tasks.find(teller.task)
                    .filter(TellProgress::isRendered)
                    .ifPresent(task -> letters.passing(task, clock.instant()).ifPresent(courier::post));
        } finally {
            teller.word.release();
        }
    }

    private static boolean isRendered(Task task) {
        return task.state() instanceof TaskState.Processing;
    }

    /** One task's. */
    private static final class Teller {
        private final UUID task;
        private final boolean wanted;
        private final Semaphore word = new Semaphore(1);
        private Instant next = Instant.MIN;

        Teller(UUID task, boolean wanted) {
            this.task = task;
            this.wanted = wanted;
        }

        boolean isDue(Instant now) {
            boolean due = wanted && !now.isBefore(next);
            if (due) {
                next = now.plus(EVERY);
            }
            return due;
        }
    }
}
