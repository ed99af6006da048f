package dev.parley.application.task;

import dev.parley.application.Limits;
import dev.parley.domain.task.Effect;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.Transition;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Moves a task by an event: its new state and the credits it settles are saved in one transaction. */
public final class MoveTask {

    private static final int RACES_MAX = 100;

    private final Tasks tasks;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Limits limits;
    private final TaskSignals signals;
    private final InstantSource clock;

    public MoveTask(
            Tasks tasks,
            Ledger ledger,
            Transactions transactions,
            Limits limits,
            TaskSignals signals,
            InstantSource clock) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.transactions = transactions;
        this.limits = limits;
        this.signals = signals;
        this.clock = clock;
    }

    /** The task after the event; empty, with nothing changed, if somebody else has moved it since it was read. */
    public Optional<Task> move(Task task, TaskEvent event) {
        var retries = task.mode() == Task.Mode.LIVE ? RetryPolicy.ONCE : limits.retries();
        var transition = Transition.next(task.state(), event, retries);
        if (transition.state().equals(task.state())) {
            return Optional.of(task);
        }
        var moved = task.in(transition.state());
        boolean saved = transactions.run(() -> {
            if (!tasks.save(moved)) {
                return false;
            }
            transition.effects().forEach(effect -> settle(moved, effect));
            return true;
        });
        if (!saved) {
            return Optional.empty();
        }
        signals.changed(task.id());
        return Optional.of(moved);
    }

    /** The task after the event, whatever others do to it meanwhile. */
    public Task moveLatest(UUID id, TaskEvent event) {
        for (int race = 0; race < RACES_MAX; race++) {
            var task = tasks.find(id).orElseThrow(() -> new IllegalStateException("a stored task is never removed"));
            var moved = move(task, event);
            if (moved.isPresent()) {
                return moved.get();
            }
        }
        throw new IllegalStateException("task " + id + " was moved by others " + RACES_MAX + " times in a row");
    }

    private void settle(Task task, Effect effect) {
        switch (effect) {
            case Effect.Capture(var cost) -> ledger.capture(task.hold(), cost, clock.instant());
            case Effect.Release() -> ledger.release(task.hold(), clock.instant());
        }
    }
}
