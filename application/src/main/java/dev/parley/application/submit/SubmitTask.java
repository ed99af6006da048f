package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.Stores;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Takes an order and returns at once; a worker renders it. */
public final class SubmitTask {

    private final PrepareOrder prepare;
    private final AdmitTask admit;
    private final Stores stores;
    private final InstantSource clock;

    public SubmitTask(PrepareOrder prepare, AdmitTask admit, Stores stores, InstantSource clock) {
        this.prepare = prepare;
        this.admit = admit;
        this.stores = stores;
        this.clock = clock;
    }

    /** @throws dev.parley.domain.refusal.Refused with nothing held and nothing stored */
    public Task submit(Caller caller, Order order) {
        var task = admit.queued(caller, prepare.prepare(caller, order), null).orElseThrow();
        stores.queue().wake();
        return task;
    }

    /**
     * The same for an order that may come again.
     *
     * @throws dev.parley.domain.refusal.Refused with nothing held and nothing stored, also if the key was used for another
     *     order
     */
    public Submitted submit(Caller caller, Order order, Intent intent) {
        var before = used(intent);
        if (before.isPresent()) {
            return repeated(intent, before.get());
        }
        var admitted = admit.queued(caller, prepare.prepare(caller, order), intent);
        if (admitted.isEmpty()) {
            return repeated(intent, used(intent).orElseThrow());
        }
        stores.queue().wake();
        var task = admitted.get();
        return new Submitted(task, intent.answer().apply(task), false);
    }

    private Optional<Used> used(Intent intent) {
        return stores.idempotencyKeys().find(intent.key(), clock.instant());
    }

    private Submitted repeated(Intent intent, Used used) {
        var same = intent.same(used);
        var task = stores.tasks().find(UUID.fromString(same.subject())).orElseThrow();
        var answer = same.answer();
        return new Submitted(task, answer == null ? intent.answer().apply(task) : answer, true);
    }
}
