package dev.parley.adapters.storage.memory;

import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A queue of one process: its workers take in turn what has been due longest. */
final class MemoryTaskQueue implements TaskQueue {
    private static final System.Logger LOG = System.getLogger(MemoryTaskQueue.class.getName());
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int LOOK_AGAIN_MS = 50;

    private static final Comparator<Task> LONGEST_WAITING_FIRST = Comparator.comparing(Task::createdAt)
            .thenComparing(task -> task.id().toString());

    /** When each task is handed out next; changed and read in transactions alone, as are the next two. */
    private final Map<UUID, Instant> timers = new LinkedHashMap<>();

    private final Map<UUID, Instant> queuedSince = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    private final Semaphore wakes = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final MemoryTasks tasks;
    private final MemoryTransactions transactions;
    private final int placesPerAccount;
    private final int workers;
    private final InstantSource clock;
    private volatile boolean stopped;
    private volatile boolean closed;

    MemoryTaskQueue(
            MemoryTasks tasks,
            MemoryTransactions transactions,
            int placesPerAccount,
            int workers,
            InstantSource clock) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.placesPerAccount = placesPerAccount;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void advance(String account, Instant now) {
        transactions.change(() -> {
            long free = placesPerAccount - queued().filter(of(account)).count();
            unqueued()
                    .filter(of(account))
                    .sorted(LONGEST_WAITING_FIRST)
                    .limit(Math.max(0, free))
                    .toList()
                    .forEach(task -> {
                        transactions.put(queuedSince, task.id(), now);
                        setTimer(task, now);
                    });
        });
    }

    @Override
    public void start(Worker worker) {
        for (int i = 1; i <= workers; i++) {
            threads.add(Thread.ofPlatform().daemon().name("render-" + i).start(() -> takeTurns(worker)));
        }
    }

    @Override
    public void wake() {
        if (wakes.availablePermits() < workers) {
            wakes.release(workers);
        }
    }

    @Override
    public void repair(Instant now) {
        transactions.change(() -> {
            queued().filter(task -> !timers.containsKey(task.id())).toList().forEach(task -> setTimer(task, now));
            unqueued().map(Task::account).distinct().toList().forEach(account -> advance(account, now));
        });
    }

    @Override
    public void stop(Duration atMost) {
        stopped = true;
        wake();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        stop(Duration.ZERO);
    }

    private void takeTurns(Worker worker) {
        while (!stopped) {
            take().ifPresentOrElse(task -> handOut(worker, task), this::rest);
        }
    }

    private Optional<UUID> take() {
        return transactions.run(() -> {
            var now = clock.instant();
            var next = timers.entrySet().stream()
                    .filter(timer -> !taken.contains(timer.getKey()))
                    .filter(timer -> !timer.getValue().isAfter(now))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            next.ifPresent(taken::add);
            return next;
        });
    }

    private void handOut(Worker worker, UUID task) {
        try {
            var ending = worker.work(task);
            if (!closed) {
                end(task, ending);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "task " + task + " is handed out again: its worker failed", e);
            transactions.change(
                    () -> settle(task, new Next.Again(clock.instant().plus(PAUSE_AFTER_FAILURE))));
        } finally {
            transactions.change(() -> taken.remove(task));
            wake();
        }
    }

    private void end(UUID task, Ending ending) {
        transactions.change(() -> settle(task, ending.store()));
        try {
            ending.afterwards();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "task " + task + " is stored, but nobody was told", e);
        }
    }

    private void settle(UUID task, Next next) {
        switch (next) {
            case Next.Done _ -> transactions.remove(timers, task);
            case Next.Again(Instant at) -> transactions.put(timers, task, at);
        }
    }

    /** Time is the clock's, which nobody tells when it moves: hence another look after a moment. */
    private void rest() {
        try {
            if (wakes.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.TRACE, "looking because somebody called");
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the worker before left an interrupt behind", e);
        }
    }

    private void setTimer(Task task, Instant now) {
        var due = task.state() instanceof Pending(var _, var _, Instant notBefore) && notBefore.isAfter(now)
                ? notBefore
                : now;
        transactions.put(timers, task.id(), due);
    }

    /** What has a place. A task that is being processed had one in an earlier queue, if not in this. */
    private Stream<Task> queued() {
        return unfinished().filter(task -> task.state() instanceof Processing || queuedSince.containsKey(task.id()));
    }

    private Stream<Task> unqueued() {
        return unfinished().filter(task -> task.state() instanceof Pending && !queuedSince.containsKey(task.id()));
    }

    private Stream<Task> unfinished() {
        return tasks.all()
                .filter(task -> task.mode() == Task.Mode.QUEUED)
                .filter(task -> task.state() instanceof Pending || task.state() instanceof Processing);
    }

    private static Predicate<Task> of(String account) {
        return task -> task.account().equals(account);
    }
}
