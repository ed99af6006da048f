package dev.parley.rest.nativeapi;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.JsonFields;
import java.util.Set;
import java.util.function.Supplier;

/** The body of an order, and the names that its fields have outside. */
final class OrderJson {

    private static final String INPUT = "input";
    private static final Set<String> BESIDE_INPUT = Set.of("model", "callback_url");

    private OrderJson() {}

    static Order order(JsonFields body) {
        String model = body.requiredText("model");
        String callback = body.text("callback_url");
        var input = body.requiredObject(INPUT);
        var turns =
                input.requiredObjects("dialogue").stream().map(OrderJson::turn).toList();
        var draft = new DialogueDraft(turns, input.number("stability"), input.text("language_code"));
        return new Order(
                model,
                draft,
                input.text("output_format"),
                callback == null ? null : new CallbackDraft(callback, TaskShape.NATIVE, false));
    }

    /** What a walk says about an order, with its refusals naming the fields as this dialect does. */
    static <T> T naming(Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.Invalid(String field, String message) && !BESIDE_INPUT.contains(field)
                    ? Refused.invalid(INPUT + "." + field, message)
                    : e;
        }
    }

    private static DraftTurn turn(JsonFields turn) {
        String text = turn.requiredText("text");
        String voice = turn.requiredText("voice");
        if (voice.isBlank()) {
            throw turn.refused("voice", "is required.");
        }
        return new DraftTurn(text, voice);
    }
}
