package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.audio.VoiceSegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what is heard. Times are seconds from the start of the audio, indexes count through the whole text, both also in a
 * stream.
 *
 * @param alignment null where nothing is known
 * @param normalizedAlignment the same: what is sent is what is timed
 * @param voiceSegments null for a single voice
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TimingsJson(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Alignment alignment,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Alignment normalizedAlignment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Segment> voiceSegments) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Alignment(
            List<String> characters, List<Double> characterStartTimesSeconds, List<Double> characterEndTimesSeconds) {}

    /** @param characterEndIndex exclusive */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Segment(
            String voiceId,
            double startTimeSeconds,
            double endTimeSeconds,
            int characterStartIndex,
            int characterEndIndex,
            int dialogueInputIndex) {

        private Segment until(double time, int character) {
            return new Segment(voiceId, startTimeSeconds, time, characterStartIndex, character, dialogueInputIndex);
        }
    }

    static TimingsJson of(Script script, List<VoiceSegment> heard) {
        var alignment = heard.isEmpty() ? null : alignment(script, heard);
        return new TimingsJson(alignment, alignment, script.isDialogue() ? segments(script, heard) : null);
    }

    private static Alignment alignment(Script script, List<VoiceSegment> heard) {
        List<String> characters = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (var segment : heard) {
            int first = segment.firstCharacter();
            var times = segment.characters();
            characters.addAll(script.line(segment.turn()).characters().subList(first, first + times.size()));
            times.forEach(time -> {
                starts.add(seconds(time.startMillis()));
                ends.add(seconds(time.endMillis()));
            });
        }
        return new Alignment(characters, starts, ends);
    }

    /** One for each turn, however many pieces it came in. */
    private static List<Segment> segments(Script script, List<VoiceSegment> heard) {
        List<Segment> segments = new ArrayList<>();
        for (var piece : heard) {
            var line = script.line(piece.turn());
            int first = line.first() + piece.firstCharacter();
            int end = first + piece.characters().size();
            double until = seconds(piece.endMillis());
            if (!segments.isEmpty() && segments.getLast().dialogueInputIndex() == piece.turn()) {
                segments.add(segments.removeLast().until(until, end));
            } else {
                segments.add(new Segment(line.voice(), seconds(piece.startMillis()), until, first, end, piece.turn()));
            }
        }
        return segments;
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
