package dev.parley.grpc;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.CallLimits;
import dev.parley.application.access.FreeCalls;
import dev.parley.application.access.Guesses;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.Voices;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.session.Purse;
import dev.parley.application.session.SessionBooks;
import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.OnLeave;
import dev.parley.application.stream.RepeatGuard;
import dev.parley.application.stream.RepeatedStream;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.AdmitTask;
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
import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ForgetUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.OwnVoices;
import dev.parley.application.voice.RunVoices;
import dev.parley.application.work.Breakers;
import dev.parley.application.work.Doorbells;
import dev.parley.application.work.Equipment;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.AuditReport;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.grpc.audio.RecordingWalks;
import dev.parley.grpc.dialogue.DialogueWalks;
import dev.parley.grpc.session.SessionWalks;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.DialogueTurn;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A gRPC server on loopback over the whole inside, with two accounts, and a channel to it. */
final class GrpcWorld implements AutoCloseable {

    static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    static final String KEY = "sk-first-account-of-the-tests";
    static final String KEY_OF_ANOTHER = "sk-second-account-of-the-tests";
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final Tariff TARIFF = new Tariff(
            Map.of(
                    "music_v1", new Rate(PriceUnit.SECOND_OUT, Credits.ofWhole(500), Credits.NONE),
                    "studio-sound", new Rate(PriceUnit.REQUEST, Credits.ofWhole(6_000), Credits.NONE),
                    "studio-voice", new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(1000), Credits.NONE),
                    "studio-dub", new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(1000), Credits.NONE),
                    "talk-words", new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(100), Credits.NONE),
                    "talk-agent", new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(100), Credits.NONE),
                    "talk-dear", new Rate(PriceUnit.CHARACTER, Credits.ofWhole(1000), Credits.NONE),
                    "studio-words", new Rate(PriceUnit.SECOND_IN, Credits.ofWhole(1000), Credits.NONE)),
            new Rate(Credits.ofWhole(10), Credits.NONE));
    private static final List<IpRange> PROXIES = List.of(IpRange.parse("127.0.0.0/8"), IpRange.parse("10.0.0.0/8"));
    static final String ACCOUNT = "acc_1";

    /** In a minute, with voices that are the account's own. */
    static final int FREE_CALLS = 40;

    volatile Instant now = NOW;
    final ScriptedProvider provider = new ScriptedProvider();
    final MemoryStore store = new MemoryStore(() -> now());
    final TaskWorker worker;
    final OpenSessions sessions;
    final GrpcServer server;
    final ManagedChannel channel;
    private final KeyHasher hasher = new KeyHasher("pepper".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    GrpcWorld() {
        this(false);
    }

    GrpcWorld(boolean strict) {
        this(strict, Map.of());
    }

    /** With one more provider, for all that is not spoken. */
    GrpcWorld(VoiceProvider studio) {
        this(false, Map.of("studio", studio));
    }

    private GrpcWorld(boolean strict, Map<String, VoiceProvider> more) {
        InstantSource clock = this::now;
        var limits = Limits.DEFAULT;
        var stores = stores(limits);
        var signals = new TaskSignals();
        Map<String, VoiceProvider> all = new HashMap<>(more);
        all.put("scripted", provider);
        var providers = new Providers(all);
        var catalog = new Catalog(providers, TARIFF);
        var prepare = new PrepareOrder(
                catalog,
                providers,
                new Understanding(store.tasks(), store.attempts(), false),
                new Preference(() -> 0L),
                _ -> Optional.empty(),
                store.createdVoices());
        var bills = new Bills();
        var forget = new ForgetUploads(store.uploads(), store.tasks());
        var renderings = new Renderings(
                providers,
                new Equipment(new SameAudio(), new ByteLengths(), store.uploads(), forget),
                stores.attempts(),
                bills,
                new Breakers(_ -> 100, clock),
                new Doorbells(new byte[1], null));
        var costs = new Costs(TARIFF);
        var admit = new AdmitTask(stores, new VerifyLedger(() -> new AuditReport(0, 0, List.of())), limits, clock);
        var move = new MoveTask(stores, new Retries(limits, Map.of(), () -> -1L), bills, signals, clock);
        var read = new ReadTasks(store.tasks(), limits, signals);
        var repeated = new RepeatedStream(stores, store.audio(), clock);
        var guard = new RepeatGuard(stores, repeated, clock);
        var settlement = new Settlement(move, costs, guard, OnLeave.CANCEL, clock);
        worker = new TaskWorker(
                stores, move, renderings, new RenderTask(renderings, store.audio(), costs, clock), limits, clock);
        var live = new LiveStreams(renderings, store.audio(), settlement, limits);
        var dialogue = new DialogueWalks(
                prepare,
                new StreamOrder(prepare, admit, renderings, live, repeated, guard),
                live,
                new SubmitTask(prepare, admit, stores, clock),
                read,
                new CancelTask(read, move, renderings, clock));
        sessions = new OpenSessions(new SessionBooks(move, costs, store.audio(), clock), limits.sessions());
        var own = new OwnVoices(providers, store.createdVoices(), new FreeCalls(FREE_CALLS, clock));
        server = new GrpcServer(
                new GrpcSettings("127.0.0.1", 0, strict, MESSAGE_BYTES_MAX, Duration.ofMillis(200), PROXIES),
                new GrpcWalks(
                        new AdmitCall(
                                new Authenticate(store.apiKeys(), hasher, clock),
                                new Guesses(hasher, clock),
                                new CallLimits(clock)),
                        dialogue,
                        new RecordingWalks(
                                new ReceiveUploads(store.uploads(), new SilentRecordings(), store.tasks(), limits),
                                new FetchUploads(new PlacedFiles(), 2),
                                MESSAGE_BYTES_MAX * 3L,
                                MESSAGE_BYTES_MAX * 3L),
                        new HearPreview(own, new SameAudio(), limits, clock),
                        new SessionWalks(
                                new OpenSession(prepare, admit, renderings, sessions, new Purse(stores, costs, clock)),
                                sessions::breakOff),
                        catalog,
                        new Voices(providers, store.createdVoices()),
                        new RunVoices(own, store.createdVoices(), store.transactions(), limits, clock),
                        new ReadCredits(store.ledger()),
                        GrpcWorld::audioUrl));
        addAccount(ACCOUNT, KEY);
        addAccount("acc_2", KEY_OF_ANOTHER);
        channel = started();
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
                store.transactions());
    }

    private Instant now() {
        return now;
    }

    private ManagedChannel started() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .flowControlWindow(64 * 1024)
                .build();
    }

    private void addAccount(String id, String key) {
        store.accounts().add(new Account(id, id, NOW, false));
        store.apiKeys().add(key(id, "key_" + id, key, KeyLimits.NONE));
        store.ledger().grant(id, Credits.ofWhole(10), "test", NOW);
    }

    /** Changes the stored key of a secret. */
    void change(String secret, UnaryOperator<ApiKey> change) {
        store.apiKeys().save(change.apply(apiKey(secret)));
    }

    /** Another secret for the same key; the present one works until then. */
    String rotate(String secret, Instant until) {
        String next = "sk-rotated-" + UUID.randomUUID();
        change(secret, key -> key.rotated(hasher.hash(new KeySecret(next)), "sk-", until));
        return next;
    }

    private ApiKey key(String account, String id, String secret, KeyLimits limits) {
        var hash = hasher.hash(new KeySecret(secret));
        return new ApiKey(id, account, id, hash, "sk-", NOW, ApiKey.State.ENABLED, limits, null);
    }

    /** Secret of one more key of the first account, with limits. */
    String key(KeyLimits limits) {
        String secret = "sk-one-more-key-" + UUID.randomUUID();
        store.apiKeys().add(key(ACCOUNT, "key_" + UUID.randomUUID(), secret, limits));
        return secret;
    }

    /** The stored key of a secret. */
    ApiKey apiKey(String secret) {
        return store.apiKeys()
                .findByHash(hasher.hash(new KeySecret(secret)))
                .orElseThrow()
                .key();
    }

    /** As another caller. */
    DialogueServiceGrpc.DialogueServiceBlockingStub dialogue(String key) {
        return with(DialogueServiceGrpc.newBlockingStub(channel), "x-api-key", key);
    }

    private static Optional<URI> audioUrl(Task task) {
        return Optional.of(URI.create("http://127.0.0.1/audio/" + task.id()));
    }

    DialogueServiceGrpc.DialogueServiceBlockingStub dialogue() {
        return with(DialogueServiceGrpc.newBlockingStub(channel), "x-api-key", KEY);
    }

    /** The same stub, sending one more header. */
    static <S extends AbstractStub<S>> S with(S stub, String header, String value) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER), value);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** Ann says the first text, Bob the second, and so on. */
    static DialogueInput input(String... texts) {
        var input = DialogueInput.newBuilder().setOutputFormat("pcm_24000");
        for (int i = 0; i < texts.length; i++) {
            input.addDialogue(DialogueTurn.newBuilder().setText(texts[i]).setVoice(i % 2 == 0 ? "Ann" : "Bob"));
        }
        return input.build();
    }

    Balance balance() {
        return store.ledger().balance(ACCOUNT);
    }

    /** How often a hold of the first account was settled. */
    long settlements() {
        return store.ledger().entries(ACCOUNT, null, 1000).stream()
                .filter(entry -> switch (entry.kind()) {
                    case CAPTURE -> true;
                    case RELEASE, EXPIRE -> true;
                    case GRANT, WITHDRAW, HOLD -> false;
                })
                .map(entry -> entry.reference())
                .distinct()
                .count();
    }

    List<Task> tasks() {
        return store.tasks().list(ACCOUNT, null, 100);
    }

    /** The state that the only task ends in. */
    TaskState end() throws InterruptedException {
        var watching = with(DialogueServiceGrpc.newBlockingStub(channel), "x-api-key", KEY)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .watchTask(dev.parley.v1.WatchTaskRequest.newBuilder()
                        .setTaskId(tasks().getFirst().id().toString())
                        .build());
        watching.forEachRemaining(_ -> {});
        return tasks().getFirst().state();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close();
        worker.close();
    }
}
