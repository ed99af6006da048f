package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.completed;
import static dev.parley.adapters.storage.Examples.credits;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Outbox;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.TaskQueue;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the gateway does in one transaction each, spelled out over the ports, by an account of its own. */
final class Flows {
    private static final Credits COST = credits(10);

    final Task task;

    /** How often a worker was given the task. */
    int handedOut;

    private final String account = "acc_" + UUID.randomUUID();
    private final String key = "key_" + account;
    private final QueueTables tables;
    private final TaskQueue queue;

    Flows(QueueTables tables, TaskQueue queue) {
        this.tables = tables;
        this.queue = queue;
        task = aPendingTask(account, NOON);
        tables.bean(Ledger.class).grant(account, credits(1000), "opening", NOON);
    }

    /** Something that is done and seen as a whole. */
    interface Flow {
        void run();

        /** Whether each of its parts is stored. */
        List<Boolean> stored();
    }

    Flow submit() {
        var use = new IdempotencyKeys.Used("2c3d", task.id().toString(), null, NOON.plusSeconds(60));
        var name = new IdempotencyKey(account, "tasks.create", "first", "2c3d");
        return flow(
                () -> {
                    demand(tables.bean(IdempotencyKeys.class).add(name, use, NOON));
                    addHeld(task);
                },
                () -> List.of(
                        tables.bean(IdempotencyKeys.class).find(name, NOON).isPresent(),
                        tables.tasks().find(task.id()).isPresent(),
                        entries(Entry.Kind.HOLD) == 1,
                        spent().equals(task.quote().price()),
                        hasRow(task)));
    }

    /** The task is under way, and another waits for its place. */
    Flow finish() {
        begin();
        var next = anotherThatWaits();
        return flow(
                () -> demand(finished()),
                () -> List.of(
                        isFinal(),
                        tables.bean(Attempts.class).open(task.id()).isEmpty(),
                        entries(Entry.Kind.CAPTURE) == 1,
                        spent().equals(COST.plus(next.quote().price())),
                        isTold(),
                        hasRow(next)));
    }

    /** The task is under way, and another waits for its place. */
    Flow release() {
        begin();
        var next = anotherThatWaits();
        return flow(
                () -> {
                    demand(saved(new Cancelled(Credits.NONE, NOON)));
                    tables.bean(Ledger.class).release(task.hold(), NOON);
                    settled(task.quote().price(), Outcome.WASTED, EventType.TASK_CANCELLED);
                },
                () -> List.of(
                        isFinal(),
                        tables.bean(Attempts.class).open(task.id()).isEmpty(),
                        entries(Entry.Kind.RELEASE) == 1,
                        spent().equals(next.quote().price()),
                        isTold(),
                        hasRow(next)));
    }

    /** Stores the end of the task, in the transaction around it. @return whether it had none */
    boolean finished() {
        if (!saved(completed(COST.micros(), NOON))) {
            return false;
        }
        tables.bean(Ledger.class).capture(task.hold(), COST, NOON);
        settled(task.quote().price().minus(COST), Outcome.DELIVERED, EventType.TASK_COMPLETED);
        return true;
    }

    /** Puts the task under way, at once: a worker may take it as soon as it is stored. */
    void begin() {
        tables.transactions().run(() -> {
            submit().run();
            demand(tables.tasks().save(task.in(processing(NOON))));
            tables.bean(Attempts.class).add(new AttemptRecord(task.id(), 1, "local", NOON, null, null));
            return true;
        });
    }

    private Task anotherThatWaits() {
        var next = aPendingTask(account, NOON.plusMillis(1));
        tables.transactions().run(() -> {
            addHeld(next);
            return next;
        });
        return next;
    }

    boolean isOf(UUID id) {
        return task.id().equals(id);
    }

    /** Whether the task has ended and nothing of the queue is left of it. */
    boolean isOver() {
        return isFinal() && !hasRow(task);
    }

    boolean isFinal() {
        return tables.tasks().find(task.id()).orElseThrow().state() instanceof TaskState.Final;
    }

    private Flow flow(Runnable steps, Supplier<List<Boolean>> stored) {
        return new Flow() {
            @Override
            public void run() {
                tables.transactions().run(() -> {
                    steps.run();
                    return true;
                });
            }

            @Override
            public List<Boolean> stored() {
                return stored.get();
            }
        };
    }

    private void addHeld(Task added) {
        tables.bean(Spending.class).add(key, added.quote().price(), NOON);
        demand(tables.bean(Ledger.class).hold(added.hold(), NOON));
        tables.tasks().add(added);
        queue.advance(account, NOON);
    }

    private boolean saved(TaskState state) {
        return tables.tasks().save(task.in(processing(NOON)).in(state));
    }

    private void settled(Credits back, Outcome outcome, EventType type) {
        tables.bean(Attempts.class).end(task.id(), new AttemptRecord.Ending(outcome, "", NOON));
        tables.bean(Spending.class).giveBack(key, back, NOON);
        tables.bean(Outbox.class).add(new Event("evt_" + UUID.randomUUID(), type, account, task.id(), NOON));
        queue.advance(account, NOON);
    }

    long entries(Entry.Kind kind) {
        return tables.bean(Ledger.class).entries(account, null, 100).stream()
                .filter(entry -> entry.kind() == kind
                        && entry.reference().equals(task.hold().id()))
                .filter(entry -> kind != Entry.Kind.RELEASE
                        || entry.amount().equals(task.quote().price()))
                .count();
    }

    private Credits spent() {
        return tables.bean(Spending.class).spent(key, NOON).getOrDefault(SpendSpan.TOTAL, Credits.NONE);
    }

    private boolean isTold() {
        return tables.bean(Outbox.class).list(account, 9).size() == 1;
    }

    private boolean hasRow(Task of) {
        return tables.ask("SELECT 1 FROM scheduled_tasks WHERE task_instance = '" + of.id() + "'")
                .equals("1");
    }

    private static void demand(boolean holds) {
        assertThat(holds).isTrue();
    }
}
