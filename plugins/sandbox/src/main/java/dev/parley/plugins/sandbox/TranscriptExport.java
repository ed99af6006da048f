package dev.parley.plugins.sandbox;

import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The same transcript as subtitles, or as plain text. */
final class TranscriptExport {

    private static final int SEGMENT_CHARACTERS = 84;
    private static final double SEGMENT_SECONDS = 4;
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;
    private static final long SECOND = 1000;

    private TranscriptExport() {}

    static Map<String, Object> told(Export export, List<TranscribedWord> words) throws ProviderException {
        var segments = segments(export, words);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("requested_format", export.format());
        told.put("file_extension", export.format());
        switch (export.format()) {
            case "srt" -> {
                told.put("content_type", "application/x-subrip");
                told.put("content", srt(segments, export));
            }
            case "txt" -> {
                told.put("content_type", "text/plain");
                told.put("content", txt(segments, export));
            }
            default ->
                throw new ProviderException(new Failure.Rejected("The sandbox makes no '" + export.format()
                        + "' of a transcript: ask for srt or txt in additional_formats."));
        }
        told.put("is_base64_encoded", false);
        return told;
    }

    /** Words that are shown together. */
    private record Segment(List<TranscribedWord> words) {
        String text() {
            return String.join("", words.stream().map(TranscribedWord::text).toList())
                    .strip()
                    .replaceAll("\\s+", " ");
        }
    }

    private static List<Segment> segments(Export export, List<TranscribedWord> words) {
        int charactersMax = Objects.requireNonNullElse(export.segmentCharactersMax(), SEGMENT_CHARACTERS);
        double secondsMax = Objects.requireNonNullElse(export.segmentSecondsMax(), SEGMENT_SECONDS);
        List<Segment> segments = new ArrayList<>();
        for (var word : words) {
            boolean fits = !segments.isEmpty() && fits(segments.getLast(), word, charactersMax, secondsMax);
            if (!fits && !word.spacing()) {
                segments.add(new Segment(new ArrayList<>()));
            }
            if (!segments.isEmpty()) {
                segments.getLast().words().add(word);
            }
        }
        return segments;
    }

    private static boolean fits(Segment segment, TranscribedWord next, int charactersMax, double secondsMax) {
        var first = segment.words().getFirst();
        return next.speaker() == first.speaker()
                && next.end() - first.start() <= secondsMax
                && segment.text().length() + 1 + next.text().length() <= charactersMax;
    }

    private static String srt(List<Segment> segments, Export export) {
        var srt = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            var words = segments.get(i).words();
            srt.append(i + 1).append('\n');
            srt.append(time(words.getFirst().start(), ','));
            srt.append(" --> ");
            srt.append(time(words.getLast().end(), ',')).append('\n');
            srt.append(speaker(segments.get(i), export, Boolean.TRUE.equals(export.speakers())))
                    .append("\n\n");
        }
        return srt.toString();
    }

    private static String txt(List<Segment> segments, Export export) {
        var txt = new StringBuilder();
        for (var segment : segments) {
            if (Boolean.TRUE.equals(export.timestamps())) {
                txt.append('[')
                        .append(time(segment.words().getFirst().start(), '.'))
                        .append("] ");
            }
            txt.append(speaker(segment, export, Boolean.TRUE.equals(export.speakers())))
                    .append('\n');
        }
        return txt.toString();
    }

    /** In lines as long as they may be. */
    private static String speaker(Segment segment, Export export, boolean told) {
        String text =
                told ? "[speaker_" + segment.words().getFirst().speaker() + "] " + segment.text() : segment.text();
        var width = export.lineCharactersMax();
        return width == null
                ? text
                : text.replaceAll("(.{1," + width + "})(?: +|$)", "$1\n").strip();
    }

    private static String time(double seconds, char point) {
        long millis = Math.round(seconds * SECOND);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / HOUR,
                millis % HOUR / MINUTE,
                millis % MINUTE / SECOND,
                point,
                millis % SECOND);
    }
}
