package dev.parley.adapters.storage;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.Chunk.Made;
import dev.parley.domain.music.Chunk.Taken;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Score.Planned;
import dev.parley.domain.music.Score.Prompt;
import dev.parley.domain.music.Song;
import dev.parley.domain.music.Song.SungWord;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Music and sounds of any kind. */
final class AnyMusic {

    private AnyMusic() {}

    static Arbitrary<RenderRequest> requests(Arbitrary<String> texts, Arbitrary<Delivery> deliveries) {
        var formats = Arbitraries.of(AudioFormat.class);
        var lengths = lengths().injectNull(0.5);
        var scores = Arbitraries.<Score>oneOf(
                Combinators.combine(texts, lengths, lengths()).as(Prompt::new),
                plans(texts).map(Planned::new));
        var sounds = Combinators.combine(texts, flags(), lengths, lengths(), shares().injectNull(0.5))
                .as(Sound::new);
        return Arbitraries.oneOf(
                Combinators.combine(texts, scores, options(texts), deliveries, formats)
                        .as(MusicRequest::new),
                Combinators.combine(texts, texts, lengths, plans(texts).injectNull(0.5), deliveries)
                        .as(PlanRequest::new),
                Combinators.combine(texts, sounds, deliveries, formats).as(SoundRequest::new));
    }

    static Arbitrary<Song> songs(Arbitrary<String> texts) {
        var words = Combinators.combine(texts, lengths(), lengths()).as(SungWord::new);
        var maybe = texts.injectNull(0.5);
        return Combinators.combine(
                        plans(texts).injectNull(0.5),
                        maybe,
                        maybe,
                        lists(texts),
                        lists(texts),
                        flags().injectNull(0.5),
                        lists(words),
                        maybe)
                .as(Song::new);
    }

    private static Arbitrary<MusicOptions> options(Arbitrary<String> texts) {
        var seeds = Arbitraries.longs().between(0, MusicOptions.SEED_MAX).injectNull(0.5);
        return Combinators.combine(
                        seeds, flags(), flags().injectNull(0.5), flags(), flags(), texts.injectNull(0.5), flags())
                .as(MusicOptions::new);
    }

    private static Arbitrary<CompositionPlan> plans(Arbitrary<String> texts) {
        var ranges = Combinators.combine(lengths(), lengths()).as(TimeRange::new);
        var sources = Combinators.combine(texts, ranges, lists(ranges)).as(SectionSource::new);
        var sections = Combinators.combine(
                        texts, lists(texts), lists(texts), lengths(), lists(texts), sources.injectNull(0.5))
                .as(Section::new);
        var taken = Combinators.combine(texts, ranges).as(Taken::new);
        var maybe = texts.injectNull(0.5);
        var made = Combinators.combine(
                        texts, lengths(), lists(texts), lists(texts), maybe, taken.injectNull(0.5), maybe)
                .as(Made::new);
        return Arbitraries.oneOf(
                Combinators.combine(lists(texts), lists(texts), lists(sections)).as(Sections::new),
                lists(Arbitraries.<Chunk>oneOf(made, taken)).map(Chunks::new));
    }

    private static <T> Arbitrary<List<T>> lists(Arbitrary<T> entries) {
        return entries.list().ofMaxSize(3);
    }

    private static Arbitrary<Duration> lengths() {
        return Arbitraries.longs().between(0, 600_000).map(Duration::ofMillis);
    }

    private static Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
