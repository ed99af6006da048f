package dev.parley.rest.openai;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Draft;
import dev.parley.rest.json.JsonFields;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for speech, read.
 *
 * @param draft a dialogue where the input has marks
 * @param events whether the audio is sent as events
 * @param warnings of what was left out while reading
 */
record SpeechJson(
        String model,
        Draft draft,
        RenderOptions options,
        ResponseFormat format,
        boolean events,
        List<String> warnings) {

    static final String RESPONSE_FORMAT = "response_format";
    private static final String INPUT = "input";
    private static final String VOICE = "voice";
    private static final String SPEED = "speed";

    SpeechJson {
        warnings = List.copyOf(warnings);
    }

    static SpeechJson of(JsonFields body) {
        String model = body.requiredText("model");
        String input = body.requiredText(INPUT);
        String voice = voice(body);
        Double speed = speed(body);
        var format = ResponseFormat.parse(body.text(RESPONSE_FORMAT));
        boolean marked = SpeechMarks.areIn(input);
        Draft draft = marked
                ? dialogue(body, input, voice)
                : new SpeechDraft(input, voice, null, null, null, null, speed, null);
        return new SpeechJson(
                model,
                draft,
                options(body.text("instructions")),
                format,
                events(body),
                marked && speed != null && speed != 1
                        ? List.of("'speed' is left out where [voice:...] or [pause:...] make the input a dialogue.")
                        : List.of());
    }

    /** What a walk says about the order, with its refusals naming the fields as this dialect does. */
    static <T> T naming(Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.Invalid(String field, String message)
                    ? Refused.invalid(outside(field), message)
                    : e;
        }
    }

    private static String outside(String field) {
        return switch (field) {
            case "text", "dialogue" -> INPUT;
            case "output_format" -> RESPONSE_FORMAT;
            default -> {
                if (field.startsWith("dialogue[")) {
                    yield field.endsWith(".voice") ? VOICE : INPUT;
                }
                yield field;
            }
        };
    }

    private static DialogueDraft dialogue(JsonFields body, String input, String voice) {
        var turns = SpeechMarks.turns(input, voice);
        if (turns.isEmpty()) {
            throw body.refused(INPUT, "must hold text beside its marks.");
        }
        return new DialogueDraft(turns, null, null);
    }

    /** A name, or an object that holds an id. */
    private static String voice(JsonFields body) {
        String voice = body.isObject(VOICE) ? body.requiredObject(VOICE).requiredText("id") : body.requiredText(VOICE);
        if (voice.isBlank()) {
            throw body.refused(VOICE, "is required.");
        }
        return voice;
    }

    private static @Nullable Double speed(JsonFields body) {
        Double speed = body.number(SPEED);
        if (speed != null && !(speed >= DialogueRules.SPEED_MIN && speed <= DialogueRules.SPEED_MAX)) {
            throw body.refused(SPEED, "must be from 0.25 to 4, not " + speed + ".");
        }
        // Clients send it always; only another pace than the voice's own is something that was asked for.
        return speed == null || speed == 1 ? null : speed;
    }

    private static boolean events(JsonFields body) {
        String asked = body.text("stream_format");
        return switch (asked) {
            case null -> false;
            case "audio" -> false;
            case "sse" -> true;
            default -> throw body.refused("stream_format", "must be audio or sse.");
        };
    }

    private static RenderOptions options(@Nullable String instructions) {
        String asked = instructions == null || instructions.isBlank() ? null : instructions;
        return new RenderOptions(null, null, null, Surroundings.NONE, List.of(), null, null, null, null, asked);
    }
}
