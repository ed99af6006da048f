package dev.parley.application;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.RoutingRule;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.session.Purse;
import dev.parley.application.session.SessionBooks;
import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.OnLeave;
import dev.parley.application.stream.RepeatGuard;
import dev.parley.application.stream.RepeatedStream;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamLeases;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.Order;
import dev.parley.application.submit.Preference;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.submit.Understanding;
import dev.parley.application.task.Bills;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.Costs;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.task.Retries;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.upload.ForgetUploads;
import dev.parley.application.work.Breakers;
import dev.parley.application.work.Doorbells;
import dev.parley.application.work.Equipment;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.ledger.AuditReport;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Resampler;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.store.LedgerAudit;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole inside over memory stores, a scripted provider and a clock that tests move. */
final class World implements AutoCloseable {

    static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    static final Tariff TARIFF = new Tariff(
            Map.of(
                    MODEL + "@some-other",
                    new Rate(Credits.ofWhole(5), Credits.NONE),
                    "music_v1",
                    new Rate(PriceUnit.SECOND_OUT, Credits.ofWhole(500), Credits.NONE),
                    "scribe_v1",
                    new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(1000), Credits.NONE),
                    "studio-music",
                    new Rate(PriceUnit.SECOND_OUT, Credits.ofWhole(500), Credits.NONE),
                    "studio-words",
                    new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(1000), Credits.NONE)),
            new Rate(Credits.ofWhole(10), Credits.NONE));

    final Caller caller = new Caller("acc_1", "key_1");
    volatile int atOnce = 100;
    volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    final InstantSource clock = () -> now;

    /** Comes last in each transaction. */
    volatile Runnable disk = () -> {};

    final MemoryStore store = new MemoryStore(clock);
    final ScriptedProvider provider = new ScriptedProvider("scripted-1", MODEL);
    final Limits limits;
    final ScriptedProvider other = new ScriptedProvider("other-1", MODEL);
    final Providers providers;
    final Catalog catalog;
    final PrepareOrder prepare;
    final TaskSignals signals = new TaskSignals();
    final Bills bills = new Bills();
    final Breakers breakers = new Breakers(name -> name.equals("scripted") ? atOnce : 100, clock);
    final TamperedLedger audit = new TamperedLedger();
    final VerifyLedger verify = new VerifyLedger(audit);
    final Stores stores;
    final Renderings renderings;
    final AdmitTask admit;
    final MoveTask move;
    final SubmitTask submit;
    final ReadTasks read;
    final CancelTask cancel;
    final LiveStreams streams;
    final StreamOrder stream;
    final StreamLeases leases;
    final SessionBooks books;
    final OpenSessions sessions;
    final OpenSession open;
    final Housekeeping housekeeping;
    final TaskWorker worker;

    World() {
        this(Limits.DEFAULT);
    }

    World(Limits limits) {
        this(limits, Map.of());
    }

    World(Limits limits, Map<String, OnUnknown> onUnknown) {
        this(limits, onUnknown, OnLeave.CANCEL, null);
    }

    /** With another provider for the same model, which is not asked first. */
    World(RoutingRule rule) {
        this(Limits.DEFAULT, Map.of(), OnLeave.CANCEL, rule);
    }

    World(OnLeave onLeave) {
        this(Limits.DEFAULT, Map.of(), onLeave, null);
    }

    /** With somebody who makes more than speech, for those who mean it and those who do not. */
    World(VoiceProvider studio, VoiceProvider sandbox) {
        this(Limits.DEFAULT, Map.of(), OnLeave.CANCEL, null, Map.of("studio", studio, Providers.SANDBOX, sandbox));
    }

    private World(Limits limits, Map<String, OnUnknown> onUnknown, OnLeave onLeave, @Nullable RoutingRule rule) {
        this(limits, onUnknown, onLeave, rule, Map.of());
    }

    /** @param onUnknown by provider */
    private World(
            Limits limits,
            Map<String, OnUnknown> onUnknown,
            OnLeave onLeave,
            @Nullable RoutingRule rule,
            Map<String, VoiceProvider> more) {
        this.limits = limits;
        Map<String, VoiceProvider> all = new HashMap<>(more);
        all.put("scripted", provider);
        if (rule != null) {
            all.put("some-other", other);
        }
        providers = new Providers(all);
        catalog = new Catalog(providers, TARIFF, rule == null ? Map.of() : Map.of(MODEL, rule));
        prepare = new PrepareOrder(
                catalog,
                providers,
                new Understanding(store.tasks(), store.attempts(), false),
                new Preference(() -> 0L),
                World::complaint,
                store.createdVoices());
        stores = stores(limits);
        var forget = new ForgetUploads(store.uploads(), store.tasks());
        renderings = new Renderings(
                providers,
                new Equipment(new SameFormatOnly(), new ByteLengths(), store.uploads(), forget),
                stores.attempts(),
                bills,
                breakers,
                new Doorbells(new byte[1], null));
        var costs = new Costs(catalog.tariff());
        var repeated = new RepeatedStream(stores, store.audio(), clock);
        var guard = new RepeatGuard(stores, repeated, clock);
        admit = new AdmitTask(stores, verify, limits, clock);
        move = new MoveTask(stores, new Retries(limits, onUnknown, () -> -1L), bills, signals, clock);
        submit = new SubmitTask(prepare, admit, stores, clock);
        read = new ReadTasks(store.tasks(), limits, signals);
        cancel = new CancelTask(read, move, renderings, clock);
        streams =
                new LiveStreams(renderings, store.audio(), new Settlement(move, costs, guard, onLeave, clock), limits);
        stream = new StreamOrder(prepare, admit, renderings, streams, repeated, guard);
        books = new SessionBooks(move, costs, store.audio(), clock);
        sessions = new OpenSessions(books, limits.sessions());
        open = new OpenSession(prepare, admit, renderings, sessions, new Purse(stores, costs, clock));
        leases = new StreamLeases(stores, move, streams, sessions, clock);
        housekeeping = new Housekeeping(stores, store.audio(), forget, limits, clock);
        worker = new TaskWorker(
                stores, move, renderings, new RenderTask(renderings, store.audio(), costs, clock), limits, clock);
        store.ledger().grant(caller.account(), Credits.ofWhole(100), "test", now);
    }

    static Limits stoppingWithin(Duration stopTimeout) {
        return limits(10_000, 200, stopTimeout);
    }

    private Stores stores(Limits limits) {
        return new Stores(
                store.tasks(),
                store.attempts(),
                store.ledger(),
                store.spending(),
                store.idempotencyKeys(),
                store.outbox(),
                store.endpoints(),
                store.deliveries(),
                store.createdVoices(),
                store.queue(limits.accountRendersMax(), limits.rendersMax()),
                this::stored);
    }

    private <T> T stored(Supplier<T> work) {
        return store.transactions().run(() -> {
            T done = work.get();
            disk.run();
            return done;
        });
    }

    static Limits limits(int tasksPendingMax, int streamsMax) {
        return limits(tasksPendingMax, streamsMax, Duration.ofSeconds(25));
    }

    private static Limits limits(int tasksPendingMax, int streamsMax, Duration stopTimeout) {
        return new Limits(
                1 << 20,
                tasksPendingMax,
                1000,
                2,
                2,
                streamsMax,
                Math.max(1, streamsMax / 2),
                100,
                Duration.ofMinutes(15),
                Duration.ofHours(2),
                1 << 20,
                1 << 20,
                1 << 20,
                10,
                2,
                1 << 20,
                30,
                2,
                Duration.ofHours(24),
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofDays(30),
                20,
                100,
                stopTimeout,
                SessionLimits.DEFAULT,
                new RetryPolicy(3, Duration.ofSeconds(2), OnUnknown.REDISPATCH_ONCE));
    }

    /** Of this sender's taste. */
    static Optional<String> complaint(URI url) {
        return "forbidden.example".equals(url.getHost()) ? Optional.of("must be elsewhere.") : Optional.empty();
    }

    /** Ann and Bob take turns. */
    static Order order(String... texts) {
        var turns = Arrays.stream(texts).map(text -> new DraftTurn(text, null)).toList();
        var draft = new DialogueDraft(turns, null, null);
        return new Order(MODEL, draft, RenderOptions.NONE, new Delivery(true, true), null, null);
    }

    /** Ann and Bob take turns, for somebody who wants all of it at once. */
    static Order wholeOrder(String... texts) {
        var turns = Arrays.stream(texts).map(text -> new DraftTurn(text, null)).toList();
        return new Order(MODEL, new DialogueDraft(turns, null, null), null, null);
    }

    static Order orderWithVoice(String voice) {
        return new Order(MODEL, new DialogueDraft(List.of(new DraftTurn("Hello", voice)), null, null), null, null);
    }

    /** What somebody hears who stays to the end. */
    String listen(Order order) {
        return listen(order, null);
    }

    /** @param repeat what the request is known by, should its client repeat it */
    String listen(Order order, @Nullable IdempotencyKey repeat) {
        var heard = new ByteArrayOutputStream();
        try (var live = stream.open(caller, order, null, repeat)) {
            for (var chunk = live.next(); chunk != null; chunk = live.next()) {
                heard.writeBytes(chunk.bytes());
            }
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    AttemptRecord lastAttempt(Task task) {
        return store.attempts().list(task.id()).getLast();
    }

    Credits available() {
        return store.ledger().balance(caller.account()).available();
    }

    Credits held() {
        return store.ledger().balance(caller.account()).held();
    }

    Credits spent() {
        return store.ledger().balance(caller.account()).spent();
    }

    List<Task> allTasks() {
        return store.tasks().list(caller.account(), null, 1000);
    }

    /** The task once its state is as wanted; the worker's thread brings it there. */
    Task await(Task task, Predicate<TaskState> wanted) throws InterruptedException {
        try (var watch = read.watch(caller, task.id().toString())) {
            Task latest;
            while ((latest = watch.next()) != null) {
                if (wanted.test(latest.state())) {
                    return latest;
                }
            }
        }
        throw new AssertionError("the task ended otherwise: "
                + read.task(caller, task.id().toString()).state());
    }

    @Override
    public void close() {
        worker.close();
    }

    /** Finds what it is told to find. */
    static final class TamperedLedger implements LedgerAudit {

        final List<String> differences = new ArrayList<>();

        @Override
        public AuditReport audit() {
            return new AuditReport(1, 1, List.copyOf(differences));
        }
    }

    private static final class SameFormatOnly implements AudioCodecs {
        @Override
        public AudioStream transcode(AudioStream audio, AudioFormat from, AudioFormat to) {
            if (from != to) {
                throw new AssertionError("asked to make " + to + " of " + from);
            }
            return audio;
        }

        @Override
        public AudioDecoder decoder(AudioFormat from) {
            throw new AssertionError("not needed");
        }

        @Override
        public AudioEncoder encoder(AudioFormat to) {
            throw new AssertionError("not needed");
        }

        @Override
        public Resampler resampler() {
            throw new AssertionError("not needed");
        }
    }
}
