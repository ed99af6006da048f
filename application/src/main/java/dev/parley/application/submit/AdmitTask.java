package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.Task.Mode;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The only door to a task: holds its price and stores it, in one transaction. */
public final class AdmitTask {

    private static final Duration QUEUE_FULL = Duration.ofSeconds(5);

    private final Tasks tasks;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Limits limits;
    private final InstantSource clock;

    public AdmitTask(Tasks tasks, Ledger ledger, Transactions transactions, Limits limits, InstantSource clock) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /** A task that waits for a worker. */
    public Task queued(Caller caller, PreparedDialogue prepared) {
        var now = clock.instant();
        return admit(caller, prepared, Mode.QUEUED, now, new Pending(0, now));
    }

    /** A task that the caller's own stream renders at once. */
    public Task live(Caller caller, PreparedDialogue prepared) {
        var now = clock.instant();
        var lease = new Lease(UUID.randomUUID().toString(), now.plus(limits.attemptTimeout()));
        return admit(caller, prepared, Mode.LIVE, now, new Processing(1, lease));
    }

    private Task admit(Caller caller, PreparedDialogue prepared, Mode mode, Instant now, TaskState state) {
        var task = new Task(
                UUID.randomUUID(),
                caller.account(),
                mode,
                prepared.provider(),
                prepared.request(),
                prepared.output(),
                prepared.quote(),
                prepared.warnings(),
                now,
                state,
                0);
        return transactions.run(() -> {
            if (mode == Mode.QUEUED && tasks.pending() >= limits.tasksPendingMax()) {
                throw new Refused(new Refusal.Unavailable("Too many tasks are waiting. Try again soon.", QUEUE_FULL));
            }
            if (!ledger.hold(task.hold(), now)) {
                var available = ledger.balance(caller.account()).available();
                throw new Refused(new Refusal.CreditsShort(task.quote().price(), available));
            }
            tasks.add(task);
            return task;
        });
    }
}
