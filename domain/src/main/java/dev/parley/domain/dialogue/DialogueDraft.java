package dev.parley.domain.dialogue;

import dev.parley.domain.render.Draft;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue as a caller asked for it: nothing checked yet. {@link DialogueRules#accept(DialogueDraft,
 * DialogueRules.VoiceFinder)} makes a {@link Dialogue} of it.
 *
 * @param stability the default where null
 * @param similarity the voices' own where null
 * @param languageCode {@code auto} where null
 */
public record DialogueDraft(
        List<DraftTurn> turns,
        @Nullable Double stability,
        @Nullable Double similarity,
        @Nullable String languageCode) implements Draft {
    public DialogueDraft {
        turns = List.copyOf(turns);
    }

    /** With the voices' own similarity. */
    public DialogueDraft(List<DraftTurn> turns, @Nullable Double stability, @Nullable String languageCode) {
        this(turns, stability, null, languageCode);
    }

    /**
     * @param text may be anything, even blank
     * @param voice alias, preset name or provider's id; null where the dialect lets the gateway choose
     * @param pause silence before it; the usual one where null
     */
    public record DraftTurn(
            String text, @Nullable String voice, @Nullable Duration pause) {

        /** After the usual pause. */
        public DraftTurn(String text, @Nullable String voice) {
            this(text, voice, null);
        }
    }
}
