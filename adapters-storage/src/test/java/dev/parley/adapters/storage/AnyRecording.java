package dev.parley.adapters.storage;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.audio.Media;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Work of any kind on recordings of any kind. */
final class AnyRecording {

    private AnyRecording() {}

    static Arbitrary<RenderRequest> requests(
            Arbitrary<String> texts, Arbitrary<SpeechSettings> settings, Arbitrary<Delivery> deliveries) {
        var formats = Arbitraries.of(AudioFormat.class);
        var uploads = uploads(texts);
        var voices = Combinators.combine(texts, texts).as(VoiceRef::new);
        var seeds = Arbitraries.longs().between(0, 0xFFFF_FFFFL).injectNull(0.5);
        return Arbitraries.oneOf(
                Combinators.combine(texts, uploads, voices, settings, seeds, flags(), deliveries, formats)
                        .as(VoiceChangeRequest::new),
                Combinators.combine(texts, uploads, Arbitraries.of(StemVariation.class), formats, deliveries)
                        .as(StemsRequest::new),
                Combinators.combine(texts, uploads, dubs(texts), deliveries, media())
                        .as(DubbingRequest::new),
                Combinators.combine(texts, uploads, wishes(texts), deliveries).as(TranscriptionRequest::new));
    }

    private static Arbitrary<Upload> uploads(Arbitrary<String> texts) {
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        Arbitraries.integers().between(0, 9),
                        texts,
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.longs().between(0, 36_000_000).map(Duration::ofMillis),
                        texts)
                .as(Upload::new);
    }

    private static Arbitrary<TranscriptionSettings> wishes(Arbitrary<String> texts) {
        var number = Arbitraries.doubles().between(0, 1).injectNull(0.5);
        var count = Arbitraries.integers().between(1, 32).injectNull(0.5);
        var maybe = flags().injectNull(0.5);
        var speakers = Combinators.combine(count, flags(), number, flags()).as(Speakers::new);
        var lists = texts.list().ofMaxSize(3);
        var entities = Combinators.combine(lists, lists, texts.injectNull(0.5)).as(Entities::new);
        var exports = Combinators.combine(texts, maybe, maybe, count, number, number, count)
                .as(Export::new);
        var first = Combinators.combine(
                        texts.injectNull(0.5),
                        maybe,
                        Arbitraries.of(Granularity.class),
                        speakers,
                        entities,
                        Arbitraries.of(Channels.class),
                        lists,
                        flags())
                .as((language, events, granularity, who, found, channels, terms, clean) -> new TranscriptionSettings(
                        language, events, granularity, who, found, channels, terms, clean, null, null, List.of()));
        return Combinators.combine(
                        first,
                        number,
                        Arbitraries.longs().between(0, Integer.MAX_VALUE).injectNull(0.5),
                        exports.list().ofMaxSize(2))
                .as((wish, temperature, seed, forms) -> new TranscriptionSettings(
                        wish.language(),
                        wish.audioEvents(),
                        wish.granularity(),
                        wish.speakers(),
                        wish.entities(),
                        wish.channels(),
                        wish.keyterms(),
                        wish.noVerbatim(),
                        temperature,
                        seed,
                        forms));
    }

    private static Arbitrary<Media> media() {
        return Arbitraries.oneOf(Arbitraries.of(AudioFormat.class), Arbitraries.of(FileType.class));
    }

    private static Arbitrary<DubbingSettings> dubs(Arbitrary<String> texts) {
        var maybeText = texts.injectNull(0.5);
        var maybeTime = Arbitraries.longs()
                .between(0, 9_000_000)
                .map(Duration::ofMillis)
                .injectNull(0.5);
        var count = Arbitraries.integers().between(1, 32).injectNull(0.5);
        return Combinators.combine(
                        texts,
                        Combinators.combine(maybeText, count, maybeText).as(DubbingSettings.Speakers::new),
                        Combinators.combine(maybeTime, maybeTime).as(DubbingSettings.Part::new),
                        Combinators.combine(flags(), flags()).as(DubbingSettings.Sound::new),
                        Combinators.combine(flags(), flags()).as(DubbingSettings.Picture::new),
                        maybeText)
                .as(DubbingSettings::new);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
