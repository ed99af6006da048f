package dev.parley.rest.apiin;

import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import dev.parley.rest.json.JsonFields;

/** The body of a request for speech. */
final class SpeechJson {

    private SpeechJson() {}

    static Order order(JsonFields body) {
        String model = body.requiredText("model");
        String callback = body.text("callback_url");
        var turns =
                body.requiredObjects("dialogue").stream().map(SpeechJson::turn).toList();
        return new Order(
                model,
                new DialogueDraft(turns, body.number("stability"), body.text("language_code")),
                RenderOptions.NONE,
                Delivery.WHOLE,
                body.text("output_format"),
                callback == null ? null : new CallbackDraft(callback, ApiinShape.NAME, false),
                true);
    }

    /** Who speaks may be left open, or named as a part. */
    private static DraftTurn turn(JsonFields turn) {
        String voice = turn.text("voice");
        return new DraftTurn(turn.requiredText("text"), voice == null || voice.isBlank() ? null : voice);
    }
}
