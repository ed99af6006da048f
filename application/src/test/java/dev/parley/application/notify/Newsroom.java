package dev.parley.application.notify;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.task.Bills;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.Retries;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.account.Account;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.event.Event;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.webhook.Callback;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.store.Deliveries.Room;
import dev.parley.ports.store.Deliveries.Wanted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that tells others, over memory stores, receivers with scripts and a clock that tests move. */
final class Newsroom {

    static final String ACCOUNT = "acc_1";
    static final Duration LEASE = Duration.ofSeconds(35);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Random random = new Random(1);

    volatile Instant now = NOON;
    final InstantSource clock = () -> now;
    final MemoryStore store = new MemoryStore(clock);
    final Receivers receivers = new Receivers();
    final TaskSignals signals = new TaskSignals();
    final Supplier<SigningSecret> newSecret = () -> SigningSecret.issue(random);
    final Stores stores = new Stores(
            store.tasks(),
            store.attempts(),
            store.ledger(),
            store.spending(),
            store.idempotencyKeys(),
            store.outbox(),
            store.endpoints(),
            store.deliveries(),
            store.createdVoices(),
            store.queue(4, 1),
            store.transactions());
    final MoveTask move =
            new MoveTask(stores, new Retries(Limits.DEFAULT, Map.of(), () -> -1L), new Bills(), signals, clock);
    final Letters letters =
            new Letters(stores, List.of(new Shape(TaskShape.NATIVE), new Shape(TaskShape.STANDARD)), newSecret);
    final Courier courier = new Courier(stores, letters, receivers, clock, () -> 0.5);
    final RunEndpoints endpoints =
            new RunEndpoints(store.endpoints(), store.transactions(), receivers, newSecret, Limits.DEFAULT, clock);
    final CallbackSecrets callbackSecrets = new CallbackSecrets(store.endpoints(), newSecret, clock);
    final ReadDeliveries read = new ReadDeliveries(store.deliveries(), Limits.DEFAULT);
    final Resend resend = new Resend(store.endpoints(), store.deliveries(), signals, clock);
    final SendTest test = new SendTest(store.endpoints(), store.deliveries(), signals, clock);

    Newsroom() {
        account(ACCOUNT);
    }

    /** Tells the task by its id and its state. */
    private record Shape(String name) implements TaskShape {
        @Override
        public String body(Event event, Task task) {
            return name + ":" + event.type() + ":" + task.id();
        }
    }

    void account(String id) {
        store.accounts().add(new Account(id, "Ada", now, false));
        store.ledger().grant(id, Credits.ofWhole(1_000_000), "test", now);
    }

    Endpoint endpoint(String url) {
        return endpoints.create(ACCOUNT, new EndpointDraft(url, null, null, null));
    }

    /** A task that has ended, and named this receiver. */
    Task ended(@Nullable String callback) {
        return ended(task(callback == null ? null : new Callback(URI.create(callback), TaskShape.NATIVE, false)));
    }

    Task ended(Task task) {
        return move.moveLatest(task, new CancelRequested(now));
    }

    Task task(@Nullable Callback callback) {
        var turn = new Turn("Good evening.", new VoiceRef("local", "ada"));
        var task = new Task(
                UUID.randomUUID(),
                ACCOUNT,
                "key_1",
                Task.Mode.QUEUED,
                new Route(
                        "local",
                        new SpeechRequest("local-1", turn, SpeechSettings.DEFAULT, AudioFormat.DEFAULT),
                        new Quote("parley-local", 13, new Credits(13)),
                        List.of()),
                new Task.Output(AudioFormat.DEFAULT, callback),
                now,
                new Pending(0, 0, now),
                0);
        store.ledger().hold(task.hold(), now);
        store.spending().add("key_1", new Credits(13), now);
        store.tasks().add(task);
        return task;
    }

    /** Makes an attempt at all that is due, however much it is. */
    void deliver() {
        for (var claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
            claimed.forEach(courier::deliver);
        }
    }

    void deliverIn(Duration time) {
        now = now.plus(time);
        deliver();
    }

    List<Delivery> claim() {
        return store.deliveries().claim(now, now.plus(LEASE), new Room(64, 4, 64));
    }

    /** Newest first. */
    List<Delivery> deliveries() {
        return store.deliveries().list(new Wanted(null, null, null, null, null, null), null, 10_000);
    }

    Delivery only() {
        var all = deliveries();
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " deliveries");
        }
        return all.getFirst();
    }

    static Refusal refusalOf(Runnable walk) {
        try {
            walk.run();
        } catch (Refused e) {
            return e.refusal();
        }
        throw new AssertionError("nothing was refused");
    }
}
