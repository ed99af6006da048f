package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.audio.AudioFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the real one refuses of what is not spoken. */
final class WorkCheck {

    private final SeenRequest request;
    private final JsonNode body;
    private final Set<String> voices;

    WorkCheck(SeenRequest request, Set<String> voices) {
        this.request = request;
        this.body = request.json();
        this.voices = voices;
    }

    /** Null where nothing is wrong. */
    @Nullable
    Reply complaint() {
        String path = request.path();
        String format = request.query().getOrDefault("output_format", "mp3_44100_128");
        if (AudioFormat.parse(format).isEmpty()
                || (format.startsWith("mp3_48000") && !path.startsWith("/v1/music"))
                || (format.startsWith("mp3_48000") && path.endsWith("/stem-separation"))) {
            return Reply.json(422, Errors.field("enum", "Input should be 'mp3_22050_32'", "query", "output_format"));
        }
        return switch (path) {
            case "/v1/music/stem-separation" -> file("file");
            case "/v1/speech-to-text" -> request.field("model_id").isEmpty() ? missing("model_id") : file("file");
            case "/v1/dubbing" -> request.field("target_lang").isEmpty() ? missing("target_lang") : file("file");
            case "/v1/sound-generation" -> body.path("text").asText().isEmpty() ? missing("text") : null;
            default -> path.startsWith("/v1/music") ? music() : voiceChange();
        };
    }

    private @Nullable Reply music() {
        boolean plan = request.path().endsWith("/plan");
        if (plan ? !body.has("prompt") : body.has("prompt") == body.has("composition_plan")) {
            return missing("prompt");
        }
        boolean stream = request.path().endsWith("/stream");
        for (String field : new String[] {"respect_sections_durations", "sign_with_c2pa", "with_timestamps"}) {
            if (stream && body.has(field)) {
                return Reply.json(422, Errors.field("extra_forbidden", "Not of a stream", "body", field));
            }
        }
        return null;
    }

    private @Nullable Reply voiceChange() {
        String voice = request.path().split("/", -1)[3];
        return voices.contains(voice)
                ? file("audio")
                : Reply.json(404, Errors.json("not_found", "voice_not_found", "voice_not_found", "No " + voice));
    }

    private @Nullable Reply file(String field) {
        boolean there = request.form().stream()
                .anyMatch(part -> part.isFile() && part.name().equals(field));
        return there ? null : missing(field);
    }

    private static Reply missing(String field) {
        return Reply.json(422, Errors.field("missing", "Field required", "body", field));
    }
}
