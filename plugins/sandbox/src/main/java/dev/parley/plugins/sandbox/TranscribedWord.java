package dev.parley.plugins.sandbox;

import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word, or what is between two of them.
 *
 * @param speaker from 0
 */
record TranscribedWord(String text, boolean spacing, double start, double end, int speaker) {

    private static final Pattern PIECE = Pattern.compile("\\s+|\\S+");
    private static final int SPEAKERS_USUAL = 2;
    private static final double MILLIS = 1000;

    /** Spread evenly over the recording; with each sentence the next speaker begins. */
    static List<TranscribedWord> all(String text, double seconds, TranscriptionSettings settings) {
        var pieces = PIECE.matcher(text).results().map(found -> found.group()).toList();
        int speakers = Objects.requireNonNullElse(settings.speakers().count(), SPEAKERS_USUAL);
        List<TranscribedWord> words = new ArrayList<>();
        int sentence = 0;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            words.add(new TranscribedWord(
                    piece,
                    piece.isBlank(),
                    rounded(seconds * i / pieces.size()),
                    rounded(seconds * (i + 1) / pieces.size()),
                    sentence % speakers));
            sentence += piece.matches(".*[.?!]") ? 1 : 0;
        }
        return words;
    }

    Map<String, @Nullable Object> told(TranscriptionSettings settings, @Nullable Integer channel) {
        boolean timed = settings.granularity() != Granularity.NONE;
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("text", text);
        told.put("start", timed ? start : null);
        told.put("end", timed ? end : null);
        told.put("type", spacing ? "spacing" : "word");
        told.put("speaker_id", settings.speakers().told() ? name(settings) : null);
        told.put("logprob", 0.0);
        if (settings.channels() == TranscriptionSettings.Channels.COMBINED) {
            told.put("channel_index", 0);
        } else if (channel != null) {
            told.put("channel_index", channel);
        }
        if (settings.granularity() == Granularity.CHARACTER) {
            told.put("characters", characters());
        }
        return told;
    }

    private String name(TranscriptionSettings settings) {
        return settings.speakers().roles() ? speaker % 2 == 0 ? "agent" : "customer" : "speaker_" + speaker;
    }

    private List<Map<String, Object>> characters() {
        int[] points = text.codePoints().toArray();
        List<Map<String, Object>> told = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Map<String, Object> character = new LinkedHashMap<>();
            character.put("text", Character.toString(points[i]));
            character.put("start", rounded(start + (end - start) * i / points.length));
            character.put("end", rounded(start + (end - start) * (i + 1) / points.length));
            told.add(character);
        }
        return told;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * MILLIS) / MILLIS;
    }
}
