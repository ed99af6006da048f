package dev.parley.rest.elevenlabs;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.rest.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** The body of a dialogue, without its options. */
final class DialogueJson {

    private DialogueJson() {}

    static DialogueDraft draft(JsonFields body, @Nullable String language) {
        var turns = body.requiredObjects("inputs").stream()
                .map(input -> new DraftTurn(input.requiredText("text"), input.requiredText(FieldNames.VOICE_ID)))
                .toList();
        var settings = body.object("settings");
        return settings == null
                ? new DialogueDraft(turns, null, language)
                : new DialogueDraft(turns, stability(settings), settings.number("similarity"), language);
    }

    /** Which values within these bounds are taken is the model's own affair. */
    private static @Nullable Double stability(JsonFields settings) {
        var asked = settings.number("stability");
        if (asked != null && !StabilityRule.RANGE.allows(asked)) {
            throw settings.refused("stability", "should be " + StabilityRule.RANGE + ", not " + asked + ".");
        }
        return asked;
    }
}
