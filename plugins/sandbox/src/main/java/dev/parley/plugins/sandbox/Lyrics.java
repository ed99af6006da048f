package dev.parley.plugins.sandbox;

import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.Song.SungWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When which word would be sung, if tones could sing: spread evenly over each part. */
final class Lyrics {

    private Lyrics() {}

    static List<SungWord> of(CompositionPlan plan) {
        List<SungWord> sung = new ArrayList<>();
        var lengths = lengths(plan);
        var texts = texts(plan);
        var start = Duration.ZERO;
        for (int i = 0; i < lengths.size(); i++) {
            var words = Arrays.stream(texts.get(i).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            for (int word = 0; word < words.size(); word++) {
                sung.add(new SungWord(
                        words.get(word),
                        start.plus(share(lengths.get(i), word, words.size())),
                        start.plus(share(lengths.get(i), word + 1, words.size()))));
            }
            start = start.plus(lengths.get(i));
        }
        return sung;
    }

    static List<Duration> lengths(CompositionPlan plan) {
        return switch (plan) {
            case Sections(var _, var _, var sections) ->
                sections.stream().map(Section::length).toList();
            case Chunks(var chunks) -> chunks.stream().map(Chunk::length).toList();
        };
    }

    private static List<String> texts(CompositionPlan plan) {
        return switch (plan) {
            case Sections(var _, var _, var sections) ->
                sections.stream()
                        .map(section -> String.join(" ", section.lines()))
                        .toList();
            case Chunks(var chunks) ->
                chunks.stream()
                        .map(chunk -> chunk instanceof Chunk.Made made ? made.text() : "")
                        .toList();
        };
    }

    private static Duration share(Duration length, int part, int parts) {
        return Duration.ofMillis(length.toMillis() * part / parts);
    }
}
