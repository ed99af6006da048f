package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.audio.AudioFormat;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the real one refuses, with its words. */
final class RequestCheck {

    private static final int VOICES_MAX = 10;
    private static final int V3_MAX = 5000;

    private final SeenRequest request;
    private final JsonNode body;
    private final Set<String> voices;

    RequestCheck(SeenRequest request, Set<String> voices) {
        this.request = request;
        this.body = request.json();
        this.voices = voices;
    }

    /** Null where nothing is wrong. */
    @Nullable
    Reply complaint() {
        boolean dialogue = request.path().startsWith("/v1/text-to-dialogue");
        if (!body.has(dialogue ? "inputs" : "text")) {
            return Reply.json(422, Errors.field("missing", "Field required", "body", dialogue ? "inputs" : "text"));
        }
        if (AudioFormat.parse(request.query().getOrDefault("output_format", "mp3_44100_128"))
                .isEmpty()) {
            return Reply.json(422, Errors.field("enum", "Input should be 'mp3_22050_32'", "query", "output_format"));
        }
        return dialogue ? dialogue() : speech();
    }

    private @Nullable Reply dialogue() {
        Set<String> used = new HashSet<>();
        int characters = 0;
        for (JsonNode turn : body.path("inputs")) {
            used.add(turn.path("voice_id").asText());
            characters += turn.path("text").asText().length();
        }
        if (used.size() > VOICES_MAX) {
            return bad("invalid_argument", "The input has too many reference voices.");
        }
        if (characters > V3_MAX) {
            return bad("text_too_long", "The text is too long.");
        }
        double stability = body.path("settings").path("stability").asDouble(0.5);
        if (stability != 0 && stability != 0.5 && stability != 1) {
            return bad("invalid_ttd_stability", "Invalid TTD stability value. Must be one of: [0.0, 0.5, 1.0].");
        }
        return used.stream()
                .filter(voice -> !voices.contains(voice))
                .findFirst()
                .map(RequestCheck::unknownVoice)
                .orElseGet(this::stitching);
    }

    private @Nullable Reply speech() {
        String voice = request.path().split("/", -1)[3];
        if (!voices.contains(voice)) {
            return unknownVoice(voice);
        }
        double speed = body.path("voice_settings").path("speed").asDouble(1);
        if (speed < 0.7 || speed > 1.2) {
            return bad("invalid_voice_settings", "Speed must be from 0.7 to 1.2.");
        }
        boolean surrounded = body.has("previous_text") || body.has("next_text");
        boolean v3 = body.path("model_id").asText().equals("eleven_v3");
        return v3 && surrounded ? unsupported() : stitching();
    }

    private @Nullable Reply stitching() {
        boolean v3 = body.path("model_id").asText().equals("eleven_v3");
        return v3 && (body.has("previous_request_ids") || body.has("next_request_ids")) ? unsupported() : null;
    }

    private static Reply unsupported() {
        return bad("unsupported_model", "Not yet supported with the 'eleven_v3' model.");
    }

    private static Reply bad(String code, String message) {
        return Reply.json(400, Errors.json("validation_error", code, code, message));
    }

    private static Reply unknownVoice(String voice) {
        return Reply.json(
                404,
                Errors.json(
                        "not_found",
                        "voice_not_found",
                        "voice_not_found",
                        "A voice with the voice_id " + voice + " was not found."));
    }
}
