package dev.parley.server.cli;

import java.util.List;

/** WebVTT: one cue per turn, with its speaker. */
final class Subtitles {

    private Subtitles() {}

    /** When a turn is heard, and what of it is shown. */
    record Cue(long startMillis, long endMillis, String speaker, String text) {}

    static String webVtt(List<Cue> cues) {
        var file = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            file.append('\n').append(i + 1).append('\n');
            file.append(time(cue.startMillis()))
                    .append(" --> ")
                    .append(time(cue.endMillis()))
                    .append('\n');
            file.append("<v ")
                    .append(escape(cue.speaker()))
                    .append('>')
                    .append(escape(cue.text()))
                    .append('\n');
        }
        return file.toString();
    }

    private static String time(long millis) {
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }

    /** A cue ends at an empty line and must not hold an arrow. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
