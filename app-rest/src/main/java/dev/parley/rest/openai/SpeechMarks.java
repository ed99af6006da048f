package dev.parley.rest.openai;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with marks in it: {@code [voice:nova]} changes who speaks, {@code [pause:0.3s]} is silence. Marks are not spoken and not
 * counted. Whatever else is in brackets is text.
 */
final class SpeechMarks {

    private static final Pattern MARK = Pattern.compile(
            "\\[(?:voice:\\s*([^\\[\\]]{1,100}?)\\s*|pause:\\s*(\\d{1,4}(?:\\.\\d{1,3})?)\\s*s)]",
            Pattern.CASE_INSENSITIVE);

    private final List<DraftTurn> turns = new ArrayList<>();
    private @Nullable String voice;
    private @Nullable Duration pause;

    private SpeechMarks(@Nullable String voice) {
        this.voice = voice;
    }

    static boolean areIn(String text) {
        return MARK.matcher(text).find();
    }

    /**
     * The turns that the marks make of a text.
     *
     * @param voice speaks until the first mark names another
     * @return none where there is nothing but marks
     */
    static List<DraftTurn> turns(String text, @Nullable String voice) {
        var marks = new SpeechMarks(voice);
        var mark = MARK.matcher(text);
        int end = 0;
        while (mark.find()) {
            marks.say(text.substring(end, mark.start()));
            marks.heed(mark.group(1), mark.group(2));
            end = mark.end();
        }
        marks.say(text.substring(end));
        return marks.turns;
    }

    private void say(String text) {
        if (!text.isBlank()) {
            turns.add(new DraftTurn(text.strip(), voice, pause));
            pause = null;
        }
    }

    private void heed(@Nullable String named, @Nullable String seconds) {
        if (named != null) {
            voice = named;
        }
        if (seconds != null) {
            var more =
                    Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
            pause = pause == null ? more : pause.plus(more);
        }
    }
}
