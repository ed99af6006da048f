package dev.parley.domain.dialogue;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes.
 *
 * @param voicesMax distinct voices in one dialogue
 * @param charactersMax code points, summed over the turns
 */
public record DialogueRules(int voicesMax, int charactersMax, StabilityRule stability) {

    /** The limits of seeds/000. */
    public static final DialogueRules DEFAULT = new DialogueRules(10, 5000, StabilityRule.STEPS);

    /** Finds the voice a caller named, or chooses one where none was named. */
    @FunctionalInterface
    public interface VoiceFinder {
        /** Empty where there is no such voice; the finder may also refuse by itself, with better words. */
        Optional<VoiceRef> find(int turn, @Nullable String name);
    }

    /**
     * The dialogue that the draft asks for.
     *
     * @throws Refused naming the first field that breaks a rule: {@code dialogue}, {@code dialogue[i].text}, {@code
     *     dialogue[i].voice}, {@code stability} or {@code language_code}
     */
    public Dialogue accept(DialogueDraft draft, VoiceFinder voices) {
        checkText(draft.turns());
        var settings = settings(draft);
        var dialogue = new Dialogue(turns(draft.turns(), voices), settings);
        int distinct = dialogue.voices().size();
        if (distinct > voicesMax) {
            throw Refused.invalid(
                    "dialogue", "uses " + distinct + " distinct voices; this model takes at most " + voicesMax + ".");
        }
        return dialogue;
    }

    private void checkText(List<DraftTurn> turns) {
        if (turns.isEmpty()) {
            throw Refused.invalid("dialogue", "must have at least one turn.");
        }
        long characters = 0;
        for (int i = 0; i < turns.size(); i++) {
            String text = turns.get(i).text();
            String wrong = SpokenText.wrong(text);
            if (wrong != null) {
                throw Refused.invalid("dialogue[" + i + "].text", wrong);
            }
            characters += text.codePointCount(0, text.length());
        }
        if (characters > charactersMax) {
            throw Refused.invalid(
                    "dialogue",
                    "has " + characters + " characters in total; this model takes at most " + charactersMax
                            + ". Split it into several requests.");
        }
    }

    private DialogueSettings settings(DialogueDraft draft) {
        double value = draft.stability() == null ? DialogueSettings.DEFAULT.stability() : draft.stability();
        if (!stability.allows(value)) {
            throw Refused.invalid("stability", "must be " + stability + ", not " + value + ".");
        }
        String code = draft.languageCode() == null ? LanguageCode.AUTO.code() : draft.languageCode();
        var language = LanguageCode.parse(code)
                .orElseThrow(() -> Refused.invalid(
                        "language_code", "must be auto or one of: " + String.join(", ", LanguageCode.spoken()) + "."));
        // Adding zero turns -0.0 into 0.0: otherwise equal requests would differ, here and on the wire.
        return new DialogueSettings(value + 0.0, language);
    }

    private static List<Turn> turns(List<DraftTurn> drafts, VoiceFinder voices) {
        List<Turn> turns = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            String field = "dialogue[" + i + "].voice";
            var voice = voices.find(i, drafts.get(i).voice())
                    .orElseThrow(() -> Refused.invalid(field, "must name a known voice."));
            turns.add(new Turn(drafts.get(i).text(), voice));
        }
        return turns;
    }
}
