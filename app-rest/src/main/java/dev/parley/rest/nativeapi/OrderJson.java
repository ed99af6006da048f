package dev.parley.rest.nativeapi;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Draft;
import dev.parley.rest.json.JsonFields;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The body of an order, and the names that its fields have outside. */
final class OrderJson {

    private static final String INPUT = "input";
    private static final String ONE_VOICE = "dialogue[0].voice";
    private static final Set<String> BESIDE_INPUT = Set.of("model", "callback_url");

    private OrderJson() {}

    static Order order(String model, JsonFields body, Function<JsonFields, Draft> draft) {
        String callback = body.text("callback_url");
        var input = body.requiredObject(INPUT);
        return new Order(
                model,
                draft.apply(input),
                input.text("output_format"),
                callback == null ? null : new CallbackDraft(callback, TaskShape.NATIVE, false));
    }

    /**
     * What a walk says about an order, with its refusals naming the fields as this dialect does.
     *
     * @param file name of what its file came in
     */
    static <T> T naming(Order order, String file, Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.Invalid(String field, String message)
                    ? Refused.invalid(outside(order, file, field), message)
                    : e;
        }
    }

    private static String outside(Order order, String file, String field) {
        if (field.equals("audio") || field.equals(OrderReader.FILE)) {
            return file;
        }
        if (BESIDE_INPUT.contains(field)) {
            return field;
        }
        boolean one = !(order.draft() instanceof DialogueDraft);
        return switch (field) {
            case ONE_VOICE -> INPUT + "." + (one ? "voice" : field);
            case "similarity" -> INPUT + ".similarity_boost";
            default -> INPUT + "." + field;
        };
    }
}
