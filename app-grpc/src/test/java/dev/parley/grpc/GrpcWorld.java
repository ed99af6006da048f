package dev.parley.grpc;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.Voices;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamDialogue;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.grpc.dialogue.DialogueWalks;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A gRPC server on loopback over the whole inside, with two accounts, and a channel to it. */
final class GrpcWorld implements AutoCloseable {

    static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    static final String KEY = "sk-first-account-of-the-tests";
    static final String KEY_OF_ANOTHER = "sk-second-account-of-the-tests";
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final Tariff TARIFF = new Tariff(Map.of(), new Rate(Credits.ofWhole(10), Credits.NONE));
    private static final String ACCOUNT = "acc_1";

    final ScriptedProvider provider = new ScriptedProvider();
    final MemoryStore store = new MemoryStore(InstantSource.fixed(NOW));
    final TaskWorker worker;
    final GrpcServer server;
    final ManagedChannel channel;
    private final KeyHasher hasher = new KeyHasher("pepper".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    GrpcWorld() {
        this(false);
    }

    GrpcWorld(boolean strict) {
        var clock = InstantSource.fixed(NOW);
        var limits = Limits.DEFAULT;
        var signals = new TaskSignals();
        var providers = new Providers(Map.of("scripted", provider));
        var catalog = new Catalog(providers, TARIFF);
        var prepare = new PrepareDialogue(catalog, providers);
        var renderings = new Renderings(providers, new SameAudio());
        var admit = new AdmitTask(store.tasks(), store.ledger(), store.transactions(), limits, clock);
        var move = new MoveTask(store.tasks(), store.ledger(), store.transactions(), limits, signals, clock);
        var read = new ReadTasks(store.tasks(), limits, signals);
        var settlement = new Settlement(move, TARIFF, clock);
        worker = new TaskWorker(
                store.tasks(), move, new RenderTask(renderings, store.audio(), move, clock), signals, limits, clock);
        var dialogue = new DialogueWalks(
                prepare,
                new StreamDialogue(prepare, admit, renderings, store.audio(), settlement, limits),
                new SubmitTask(prepare, admit, signals),
                read,
                new CancelTask(read, move, renderings, clock));
        server = new GrpcServer(
                new GrpcSettings("127.0.0.1", 0, strict, MESSAGE_BYTES_MAX, Duration.ofMillis(200)),
                new GrpcWalks(
                        new Authenticate(store.accounts(), hasher),
                        dialogue,
                        catalog,
                        new Voices(providers),
                        new ReadCredits(store.ledger()),
                        GrpcWorld::audioUrl));
        addAccount(ACCOUNT, KEY);
        addAccount("acc_2", KEY_OF_ANOTHER);
        channel = started();
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
        store.accounts().add(new Account(id, id, NOW));
        store.accounts().add(new ApiKey("key_" + id, id, hasher.hash(new KeySecret(key)), "sk-", NOW));
        store.ledger().grant(id, Credits.ofWhole(10), "test", NOW);
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
        return store.ledger().entries(ACCOUNT).stream()
                .filter(entry -> switch (entry.kind()) {
                    case CAPTURE -> true;
                    case RELEASE -> true;
                    case GRANT, HOLD -> false;
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
