package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.access.FreeCalls;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.voice.KeepVoices;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.id.OrderedId;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.Task.Mode;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The only door to a task: counts and holds its price, and stores it, in one transaction. */
public final class AdmitTask {

    /** A live stream's lease: its process renews it; if it cannot any more, the credits are back in this time. */
    public static final Duration LIVE_LEASE = Duration.ofSeconds(20);

    private static final Duration QUEUE_FULL = Duration.ofSeconds(5);

    private final Stores stores;
    private final VerifyLedger ledgerCheck;
    private final Limits limits;
    private final FreeCalls freeCalls;
    private final InstantSource clock;

    public AdmitTask(Stores stores, VerifyLedger ledgerCheck, Limits limits, InstantSource clock) {
        this.stores = stores;
        this.ledgerCheck = ledgerCheck;
        this.limits = limits;
        this.freeCalls = new FreeCalls(limits.freeCallsPerMinute(), clock);
        this.clock = clock;
    }

    /**
     * A task that waits for a worker.
     *
     * @return empty, with nothing changed, if the intent was acted on before
     */
    public Optional<Task> queued(Caller caller, PreparedOrder prepared, @Nullable Intent intent) {
        var now = clock.instant();
        return admit(caller, task(caller, prepared, Mode.QUEUED, new Pending(0, 0, now), now), intent, _ -> {});
    }

    /**
     * A task that the caller's own stream renders at once: its first attempt is stored with it.
     *
     * @return empty, with nothing changed, if the intent was acted on before
     */
    public Optional<Task> live(Caller caller, PreparedOrder prepared, @Nullable Intent intent) {
        return live(caller, prepared, intent, _ -> {});
    }

    /**
     * The same.
     *
     * @param held is told of the task when its price is held and all of it is only still to be written to disk
     */
    public Optional<Task> live(Caller caller, PreparedOrder prepared, @Nullable Intent intent, Consumer<Task> held) {
        var now = clock.instant();
        var begun = new Processing(1, 0, liveLease(now));
        return admit(caller, task(caller, prepared, Mode.LIVE, begun, now), intent, held);
    }

    /** A new lease for a stream, from now on. */
    public static Lease liveLease(Instant now) {
        return new Lease(UUID.randomUUID().toString(), now.plus(LIVE_LEASE));
    }

    private Optional<Task> admit(Caller caller, Task task, @Nullable Intent intent, Consumer<Task> held) {
        ledgerCheck.requireClean();
        if (task.request().kind().isFree()) {
            freeCalls.take(caller.account());
        }
        var now = task.createdAt();
        return stores.transactions().run(() -> {
            if (intent != null && !isFirst(intent, task, now)) {
                return Optional.empty();
            }
            hold(caller, task, now);
            stores.tasks().add(task);
            new KeepVoices(stores.createdVoices()).reserve(task, limits.accountVoicesMax(), now);
            switch (task.mode()) {
                case QUEUED -> {
                    requireRoom(task.account());
                    stores.queue().advance(task.account(), now);
                }
                case LIVE -> stores.attempts().add(new AttemptRecord(task.id(), 1, task.provider(), now, null, null));
            }
            held.accept(task);
            return Optional.of(task);
        });
    }

    private static Task task(Caller caller, PreparedOrder prepared, Mode mode, TaskState state, Instant now) {
        return new Task(
                prepared.request().uploads().stream()
                        .map(Upload::task)
                        .findFirst()
                        .orElseGet(() -> OrderedId.at(now)),
                caller.account(),
                caller.key(),
                mode,
                prepared.routes(),
                prepared.output(),
                now,
                state,
                0);
    }

    private boolean isFirst(Intent intent, Task task, Instant now) {
        var use = new Used(
                intent.key().fingerprint(),
                task.id().toString(),
                intent.answer().apply(task),
                now.plus(limits.idempotencyAge()));
        return stores.idempotencyKeys().add(intent.key(), use, now);
    }

    /** The balance comes first: moving it keeps the account's other requests waiting, so that they count one by one. */
    private void hold(Caller caller, Task task, Instant now) {
        var price = task.quote().price();
        if (!stores.ledger().hold(task.hold(), now)) {
            var available = stores.ledger().balance(caller.account()).available();
            throw new Refused(new Refusal.CreditsShort(price, available));
        }
        var spent = stores.spending().add(caller.key(), price, now);
        for (SpendSpan span : SpendSpan.values()) {
            var limit = caller.limits().spend().of(span);
            var sum = spent.get(span);
            if (limit != null && sum != null && sum.compareTo(limit) > 0) {
                var end = span.endOf(now);
                throw new Refused(
                        new Refusal.SpendLimitReached(span, limit, end == null ? null : Duration.between(now, end)));
            }
        }
    }

    /** Asked when the task is stored, so that it counts itself. */
    private void requireRoom(String account) {
        if (stores.tasks().pending(account) > limits.accountPendingMax()) {
            throw new Refused(new Refusal.TooMany("Too many of your tasks are waiting. Try again soon.", QUEUE_FULL));
        }
        if (stores.tasks().pending() > limits.tasksPendingMax()) {
            throw new Refused(new Refusal.Unavailable("Too many tasks are waiting. Try again soon.", QUEUE_FULL));
        }
    }
}
