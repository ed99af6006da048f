package dev.parley.application;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamDialogue;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.DialogueOrder;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Resampler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The whole inside over memory stores, a scripted provider and a clock that tests move. */
final class World implements AutoCloseable {

    static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    static final Tariff TARIFF = new Tariff(Map.of(), new Rate(Credits.ofWhole(10), Credits.NONE));

    final Caller caller = new Caller("acc_1", "key_1");
    volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    final InstantSource clock = () -> now;
    final MemoryStore store = new MemoryStore(clock);
    final ScriptedProvider provider = new ScriptedProvider("scripted-1", MODEL);
    final Limits limits;
    final Providers providers = new Providers(Map.of("scripted", provider));
    final Catalog catalog = new Catalog(providers, TARIFF);
    final PrepareDialogue prepare = new PrepareDialogue(catalog, providers);
    final TaskSignals signals = new TaskSignals();
    final Renderings renderings = new Renderings(providers, new SameFormatOnly());
    final AdmitTask admit;
    final MoveTask move;
    final SubmitTask submit;
    final ReadTasks read;
    final CancelTask cancel;
    final StreamDialogue stream;
    final Housekeeping housekeeping;
    final TaskWorker worker;

    World() {
        this(Limits.DEFAULT);
    }

    World(Limits limits) {
        this.limits = limits;
        admit = new AdmitTask(store.tasks(), store.ledger(), store.transactions(), limits, clock);
        move = new MoveTask(store.tasks(), store.ledger(), store.transactions(), limits, signals, clock);
        submit = new SubmitTask(prepare, admit, signals);
        read = new ReadTasks(store.tasks(), limits, signals);
        cancel = new CancelTask(read, move, renderings, clock);
        stream = new StreamDialogue(
                prepare, admit, renderings, store.audio(), new Settlement(move, TARIFF, clock), limits);
        housekeeping = new Housekeeping(store.tasks(), move, signals, store.audio(), limits, clock);
        worker = new TaskWorker(
                store.tasks(), move, new RenderTask(renderings, store.audio(), move, clock), signals, limits, clock);
        store.ledger().grant(caller.account(), Credits.ofWhole(100), "test", now);
    }

    static Limits limits(int tasksPendingMax, int streamsMax) {
        return new Limits(
                1 << 20,
                tasksPendingMax,
                2,
                streamsMax,
                Duration.ofMinutes(15),
                1 << 20,
                Duration.ofHours(24),
                100,
                Duration.ofSeconds(25),
                new RetryPolicy(3, Duration.ofSeconds(2)));
    }

    /** Ann and Bob take turns. */
    static DialogueOrder order(String... texts) {
        var turns = Arrays.stream(texts).map(text -> new DraftTurn(text, null)).toList();
        return new DialogueOrder(MODEL, new DialogueDraft(turns, null, null), null, null);
    }

    static DialogueOrder orderWithVoice(String voice) {
        return new DialogueOrder(
                MODEL, new DialogueDraft(List.of(new DraftTurn("Hello", voice)), null, null), null, null);
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
