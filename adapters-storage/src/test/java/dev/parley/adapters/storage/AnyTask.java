package dev.parley.adapters.storage;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.audio.Media;
import dev.parley.domain.dialogue.AudioEffects;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.PronunciationDictionary;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.dialogue.TextNormalization;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.domain.webhook.Callback;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Every kind of task there is. A new kind of state, failure or request stops this class from compiling or its test. */
public final class AnyTask extends DomainContextBase {
    private static final long YEAR_3000_MS = 32_503_680_000_000L;

    @Provide
    Arbitrary<Task> tasks() {
        var callback = Combinators.combine(
                        Arbitraries.of(URI.create("https://a.example/b?c=d"), URI.create("http://[::1]:80/%20")),
                        texts(),
                        Arbitraries.of(true, false))
                .as(Callback::new);
        var output = Combinators.combine(Arbitraries.of(AudioFormat.class), callback.injectNull(0.3))
                .as(Task.Output::new);
        return Combinators.combine(Arbitraries.of(Task.Mode.class), routes(), output, instants(), states(), texts())
                .as((mode, routes, out, created, state, name) ->
                        new Task(UUID.randomUUID(), name, name, mode, routes, out, created, state, 0));
    }

    /** All of one public model. */
    private static Arbitrary<Routes> routes() {
        var route = Combinators.combine(
                        texts(),
                        requests(),
                        Arbitraries.longs().greaterOrEqual(0),
                        credits(),
                        texts().list().ofMaxSize(3))
                .as((provider, request, units, price, warnings) ->
                        new Route(provider, request, new Quote("any-model", units, price), warnings));
        return route.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(
                        all -> Arbitraries.integers().between(0, all.size() - 1).map(place -> new Routes(all, place)));
    }

    @Provide
    Arbitrary<List<Task>> histories() {
        return tasks().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<RenderRequest> requests() {
        var formats = Arbitraries.of(AudioFormat.class);
        var fraction = Arbitraries.doubles().between(0, 1);
        var languages = Arbitraries.of(LanguageCode.spoken()).map(LanguageCode::new);
        var turns = Combinators.combine(texts(), texts(), texts())
                .as((text, provider, voice) -> new Turn(text, new VoiceRef(provider, voice)));
        var dialogues = Combinators.combine(
                        turns.list().ofMinSize(1).ofMaxSize(4),
                        Combinators.combine(fraction, fraction.injectNull(0.3), languages)
                                .as(DialogueSettings::new))
                .as(Dialogue::new);
        var maybe = fraction.injectNull(0.3);
        var settings = Combinators.combine(maybe, maybe, maybe, flags(), maybe, languages)
                .as(SpeechSettings::new);
        var deliveries = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Delivery::new);
        return Arbitraries.oneOf(
                Combinators.combine(texts(), dialogues, options(), deliveries, formats)
                        .as(DialogueRequest::new),
                Combinators.combine(texts(), turns, settings, options(), deliveries, formats)
                        .as(SpeechRequest::new),
                AnyMusic.requests(texts(), deliveries),
                AnyRecording.requests(texts(), settings, deliveries),
                AnyVoice.requests(texts(), AnyRecording.uploads(texts()), deliveries),
                AnySession.requests(texts()));
    }

    private static Arbitrary<RenderOptions> options() {
        var seeds = Arbitraries.longs().between(0, RenderOptions.SEED_MAX).injectNull(0.5);
        var text = texts().injectNull(0.5);
        var ids = texts().list().ofMaxSize(3);
        var number = Arbitraries.doubles().between(-1, 1).injectNull(0.5);
        var surroundings = Combinators.combine(text, text, ids, ids).as(Surroundings::new);
        var dictionaries = Combinators.combine(texts(), text).as(PronunciationDictionary::new);
        var effects = Combinators.combine(text, number, text, text, number, number, seeds)
                .as(AudioEffects::new)
                .injectNull(0.5);
        var first = Combinators.combine(
                        seeds,
                        Arbitraries.of(TextNormalization.class).injectNull(0.5),
                        flags(),
                        surroundings,
                        dictionaries.list().ofMaxSize(3),
                        flags())
                .as((seed, normalization, language, around, dictionary, clone) -> new RenderOptions(
                        seed, normalization, language, around, dictionary, clone, null, null, null, null));
        return Combinators.combine(
                        first,
                        effects,
                        flags(),
                        Arbitraries.integers().between(0, 4).injectNull(0.5),
                        text)
                .as((options, effect, logged, latency, instructions) -> new RenderOptions(
                        options.seed(),
                        options.normalization(),
                        options.languageNormalization(),
                        options.surroundings(),
                        options.dictionaries(),
                        options.instantClone(),
                        effect,
                        logged,
                        latency,
                        instructions));
    }

    private static Arbitrary<@Nullable Boolean> flags() {
        return Arbitraries.of(true, false).injectNull(0.4);
    }

    private static Arbitrary<TaskState> states() {
        var attempts = Arbitraries.integers().between(0, 100);
        var leases = Combinators.combine(texts(), instants()).as(Lease::new);
        var hex = Arbitraries.strings().withChars("0123456789abcdef");
        var audio = Combinators.combine(
                        hex.ofLength(32),
                        Arbitraries.<Media>oneOf(Arbitraries.of(AudioFormat.class), Arbitraries.of(FileType.class)),
                        Arbitraries.longs().greaterOrEqual(0),
                        hex.ofLength(64))
                .as(AudioRef::new);
        return Arbitraries.oneOf(
                Combinators.combine(attempts, attempts, instants()).as(Pending::new),
                Combinators.combine(attempts, attempts, leases).as(Processing::new),
                Combinators.combine(
                                audio,
                                credits(),
                                instants(),
                                Arbitraries.<Details>oneOf(AnyMusic.songs(texts()), AnyVoice.made(texts()))
                                        .injectNull(0.5))
                        .as(Completed::new),
                Combinators.combine(failures(), instants()).as(Failed::new),
                Combinators.combine(credits(), instants()).as(Cancelled::new));
    }

    private static Arbitrary<Failure> failures() {
        var pauses = Arbitraries.longs().between(0, YEAR_3000_MS).map(Duration::ofMillis);
        return Arbitraries.oneOf(
                texts().map(Failure.Rejected::new),
                Combinators.combine(texts(), pauses).as(Failure.Throttled::new),
                Combinators.combine(texts(), Arbitraries.of(true, false)).as(Failure.Unavailable::new),
                texts().map(Failure.Misconfigured::new));
    }

    private static Arbitrary<Credits> credits() {
        return Arbitraries.longs().greaterOrEqual(0).map(Credits::new);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, YEAR_3000_MS).map(Instant::ofEpochMilli);
    }

    /** Whatever a database or a JSON reader might trip over. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Robert'); DROP TABLE task;--",
                        "\" OR 1=1 --",
                        "100 %_\\ :name ? ${x} #{y}",
                        "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDE80 \uD835\uDD38",
                        "e\u0301 \u00e9 \u202e\u05d0\u200f \ufeff",
                        "line\nbreak\ttab\r\n{\"kind\":\"dialogue/1\"}",
                        ""),
                codePoints());
    }

    private static Arbitrary<String> codePoints() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }
}
