package dev.parley.domain.music;

import dev.parley.domain.music.CompositionPlan.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a plan of {@link CompositionPlan.Chunks}. */
public sealed interface Chunk {

    Duration length();

    Stream<String> words();

    Stream<String> songs();

    Chunk withSong(UnaryOperator<String> ids);

    /**
     * A piece that is made.
     *
     * @param text lyrics and directions
     * @param adherence {@code low}, {@code medium} or {@code high}: how closely it goes on from what is before; null is the
     *     model's usual
     * @param like an earlier piece that it shall resemble
     * @param likeness {@code low}, {@code medium}, {@code high} or {@code xhigh}: how much
     */
    record Made(
            String text,
            Duration length,
            List<String> positiveStyles,
            List<String> negativeStyles,
            @Nullable String adherence,
            @Nullable Taken like,
            @Nullable String likeness)
            implements Chunk {
        public Made {
            positiveStyles = List.copyOf(positiveStyles);
            negativeStyles = List.copyOf(negativeStyles);
        }

        @Override
        public Stream<String> words() {
            return Stream.of(Stream.of(text), positiveStyles.stream(), negativeStyles.stream())
                    .flatMap(words -> words);
        }

        @Override
        public Stream<String> songs() {
            return like == null ? Stream.empty() : Stream.of(like.song());
        }

        @Override
        public Made withSong(UnaryOperator<String> ids) {
            var other = like == null ? null : like.withSong(ids);
            return new Made(text, length, positiveStyles, negativeStyles, adherence, other, likeness);
        }
    }

    /** A piece of an earlier song, as it was. */
    record Taken(String song, TimeRange range) implements Chunk {

        @Override
        public Duration length() {
            return range.end().minus(range.start());
        }

        @Override
        public Stream<String> words() {
            return Stream.empty();
        }

        @Override
        public Stream<String> songs() {
            return Stream.of(song);
        }

        @Override
        public Taken withSong(UnaryOperator<String> ids) {
            return new Taken(ids.apply(song), range);
        }
    }
}
