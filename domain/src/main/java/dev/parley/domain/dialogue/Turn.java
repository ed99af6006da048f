package dev.parley.domain.dialogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One voice's text within a dialogue. The text is exactly what is sent to the provider and what is counted.
 *
 * @param pause silence before it; as long as the provider usually pauses where null
 */
public record Turn(String text, VoiceRef voice, @Nullable Duration pause) {

    /** After the usual pause. */
    public Turn(String text, VoiceRef voice) {
        this(text, voice, null);
    }

    /** Length of the text in Unicode code points: the unit that dialogue is limited and priced by. */
    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
