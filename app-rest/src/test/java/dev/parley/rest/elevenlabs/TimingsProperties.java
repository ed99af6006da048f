package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.rest.fixture.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Whatever is heard in however many pieces, the timings of an answer are those of the audio. */
class TimingsProperties {

    private static final int MILLIS = 100;

    /** A dialogue, and the pieces that its characters come in. */
    private record Heard(List<String> texts, List<VoiceSegment> segments) {

        Script script() {
            return Script.of(new DialogueDraft(
                    texts.stream()
                            .map(text -> new DraftTurn(text, "voice-" + text.length()))
                            .toList(),
                    null,
                    null));
        }
    }

    @Property(tries = 200)
    void theAlignmentIsEveryCharacterOnce(
            @ForAll @Size(min = 1, max = 6) List<@NotEmpty String> texts, @ForAll Random random) {
        var heard = heard(texts, random);

        var timings = TimingsJson.of(heard.script(), heard.segments());

        var alignment = Objects.requireNonNull(timings.alignment());
        assertThat(String.join("", alignment.characters())).isEqualTo(String.join("", texts));
        assertThat(alignment.characterStartTimesSeconds()).isSorted().hasSameSizeAs(alignment.characters());
        assertThat(alignment.characterEndTimesSeconds()).isSorted().hasSameSizeAs(alignment.characters());
    }

    @Property(tries = 200)
    void segmentsAreTheTurnsAndMeetWithoutAGap(
            @ForAll @Size(min = 1, max = 6) List<@NotEmpty String> texts, @ForAll Random random) {
        var heard = heard(texts, random);

        var segments = Objects.requireNonNull(
                TimingsJson.of(heard.script(), heard.segments()).voiceSegments());

        assertThat(segments).hasSameSizeAs(texts);
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            var segment = segments.get(i);
            int turn = i;
            var pieces = heard.segments().stream()
                    .filter(piece -> piece.turn() == turn)
                    .toList();
            assertThat(segment.dialogueInputIndex()).isEqualTo(i);
            assertThat(segment.voiceId()).isEqualTo("voice-" + texts.get(i).length());
            assertThat(segment.characterStartIndex()).isEqualTo(next);
            next += texts.get(i).codePointCount(0, texts.get(i).length());
            assertThat(segment.characterEndIndex()).isEqualTo(next);
            assertThat(Math.round(segment.startTimeSeconds() * 1000))
                    .isEqualTo(pieces.getFirst().startMillis());
            assertThat(Math.round(segment.endTimeSeconds() * 1000))
                    .isEqualTo(pieces.getLast().endMillis());
        }
    }

    @Property(tries = 100)
    void theLinesOfAStreamTellWhatAWholeAnswerTells(
            @ForAll @Size(min = 1, max = 6) List<@NotEmpty String> texts,
            @ForAll Random random,
            @ForAll @IntRange(max = 2) int silent) {
        var heard = heard(texts, random);
        var lines = new TimedLines(heard.script());
        var sent = new StringBuilder();
        heard.segments()
                .forEach(segment -> sent.append(text(
                        lines.piece(new AudioChunk(new byte[random.nextInt(3) < silent ? 0 : 5], List.of(segment))))));
        sent.append(text(lines.flush()));

        var characters = sent.toString()
                .lines()
                .map(Answer::parse)
                .flatMap(line -> line.at("/alignment/characters").valueStream())
                .map(character -> character.asText())
                .collect(Collectors.joining());

        assertThat(characters).isEqualTo(String.join("", texts));
    }

    private static Heard heard(List<String> drawn, Random random) {
        var texts = drawn.stream().map(TimingsProperties::wellFormed).toList();
        List<VoiceSegment> segments = new ArrayList<>();
        long at = 0;
        for (int turn = 0; turn < texts.size(); turn++) {
            int length = texts.get(turn).codePointCount(0, texts.get(turn).length());
            for (int first = 0; first < length; ) {
                int count = 1 + random.nextInt(length - first);
                segments.add(Speaking.segment(turn, first, count, at));
                at += (long) count * MILLIS;
                first += count;
            }
        }
        return new Heard(texts, segments);
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
