package dev.parley.rest.pixazo;

import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.rest.json.JsonFields;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of a request for speech, and the names that its fields have outside. */
final class SpeechJson {

    /** Names that this API promises: whoever serves it, somebody answers to them. */
    private static final Set<String> PRESETS = Set.of("aria", "domi", "bella", "rachel", "antoni");

    private static final String VOICE = "voice";
    private static final String SIMILARITY = "similarity_boost";
    private static final String SPEED = "speed";
    private static final double SPEED_MIN = 0.5;
    private static final double SPEED_MAX = 2;

    private SpeechJson() {}

    static Order order(JsonFields body, @Nullable CallbackDraft callback) {
        String text = body.requiredText("text");
        String voice = body.requiredText(VOICE);
        if (voice.isBlank()) {
            throw body.refused(VOICE, "is required.");
        }
        var draft = new SpeechDraft(
                text, voice, body.number("stability"), body.number(SIMILARITY), null, null, speed(body), null);
        return new Order(
                PixazoPaths.SPEECH_MODEL,
                draft,
                RenderOptions.NONE,
                Delivery.WHOLE,
                null,
                callback,
                PRESETS.contains(voice.toLowerCase(Locale.ROOT)));
    }

    /** What a walk says about the order, in this dialect's names. */
    static <T> T naming(String model, Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.ModelNotFound) {
                throw MissingModel.refused(model, "");
            }
            throw e.refusal() instanceof Refusal.Invalid(String field, String message)
                    ? Refused.invalid(outside(field), message)
                    : e;
        }
    }

    private static String outside(String field) {
        return switch (field) {
            case "similarity" -> SIMILARITY;
            case "dialogue[0].voice" -> VOICE;
            case "dialogue", "dialogue[0].text" -> "text";
            case "callback_url" -> WebhookHeaders.URL;
            default -> field;
        };
    }

    private static @Nullable Double speed(JsonFields body) {
        Double speed = body.number(SPEED);
        if (speed != null && !(speed >= SPEED_MIN && speed <= SPEED_MAX)) {
            throw body.refused(SPEED, "must be from 0.5 to 2, not " + speed + ".");
        }
        // Clients send it always; only another pace than the voice's own is something that was asked for.
        return speed == null || speed == 1 ? null : speed;
    }
}
