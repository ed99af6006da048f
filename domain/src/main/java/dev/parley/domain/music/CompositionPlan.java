package dev.parley.domain.music;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a song shall be like, part by part, in order. */
public sealed interface CompositionPlan {

    /** Of all parts together. */
    Duration length();

    /** Code points of all its words. */
    int characters();

    /** Ids of the songs that it takes parts of, in order of appearance. */
    List<String> songs();

    /** The same plan with the songs by other ids. */
    CompositionPlan withSongs(UnaryOperator<String> ids);

    /** Styles for the whole, and sections with lyrics: the first form that was known. */
    record Sections(List<String> positiveStyles, List<String> negativeStyles, List<Section> sections)
            implements CompositionPlan {
        public Sections {
            positiveStyles = List.copyOf(positiveStyles);
            negativeStyles = List.copyOf(negativeStyles);
            sections = List.copyOf(sections);
        }

        @Override
        public Duration length() {
            return sections.stream().map(Section::length).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public int characters() {
            return CompositionPlan.count(Stream.of(
                            positiveStyles.stream(),
                            negativeStyles.stream(),
                            sections.stream().flatMap(Section::words))
                    .flatMap(words -> words));
        }

        @Override
        public List<String> songs() {
            return sections.stream().flatMap(Section::songs).distinct().toList();
        }

        @Override
        public Sections withSongs(UnaryOperator<String> ids) {
            return new Sections(
                    positiveStyles,
                    negativeStyles,
                    sections.stream().map(section -> section.withSong(ids)).toList());
        }
    }

    /**
     * A part of a song.
     *
     * @param lines of its lyrics
     * @param source what of an earlier song it is made of
     */
    record Section(
            String name,
            List<String> positiveStyles,
            List<String> negativeStyles,
            Duration length,
            List<String> lines,
            @Nullable SectionSource source) {
        public Section {
            positiveStyles = List.copyOf(positiveStyles);
            negativeStyles = List.copyOf(negativeStyles);
            lines = List.copyOf(lines);
        }

        Stream<String> words() {
            return Stream.of(Stream.of(name), positiveStyles.stream(), negativeStyles.stream(), lines.stream())
                    .flatMap(words -> words);
        }

        Stream<String> songs() {
            return source == null ? Stream.empty() : Stream.of(source.song());
        }

        Section withSong(UnaryOperator<String> ids) {
            return source == null
                    ? this
                    : new Section(name, positiveStyles, negativeStyles, length, lines, source.withSong(ids));
        }
    }

    /**
     * What of an earlier song a section is made of.
     *
     * @param song its id
     * @param without what of it is made anew
     */
    record SectionSource(String song, TimeRange range, List<TimeRange> without) {
        public SectionSource {
            without = List.copyOf(without);
        }

        SectionSource withSong(UnaryOperator<String> ids) {
            return new SectionSource(ids.apply(song), range, without);
        }
    }

    /** From a time of a song to another, which is later. */
    record TimeRange(Duration start, Duration end) {}

    /** Pieces one after the other, made or taken from earlier songs: the form of later models. */
    record Chunks(List<Chunk> chunks) implements CompositionPlan {
        public Chunks {
            chunks = List.copyOf(chunks);
        }

        @Override
        public Duration length() {
            return chunks.stream().map(Chunk::length).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public int characters() {
            return CompositionPlan.count(chunks.stream().flatMap(Chunk::words));
        }

        @Override
        public List<String> songs() {
            return chunks.stream().flatMap(Chunk::songs).distinct().toList();
        }

        @Override
        public Chunks withSongs(UnaryOperator<String> ids) {
            return new Chunks(chunks.stream().map(chunk -> chunk.withSong(ids)).toList());
        }
    }

    /** Where words are counted, each by its code points. */
    private static int count(Stream<String> words) {
        return words.mapToInt(word -> word.codePointCount(0, word.length())).sum();
    }
}
