package dev.parley.grpc.audio;

import dev.parley.application.submit.Intent;
import dev.parley.grpc.error.MalformedRequest;
import java.util.function.Supplier;

/** What this service calls the fields that walks refuse. */
final class FieldNames {

    private FieldNames() {}

    /**
     * What a walk says, with its refusals naming the fields as the proto does.
     *
     * @param input name of the input that was given
     */
    static <T> T naming(String input, Supplier<T> walk) {
        return MalformedRequest.naming(field -> path(input, field), walk);
    }

    private static String path(String input, String field) {
        return switch (field) {
            case "model", "callback_url", Intent.FIELD, "recording", "source_url" -> field;
            case "audio", "file", "files" -> "recording";
            case "dialogue[0].voice" -> input + ".voice";
            case "music_length_ms" -> input.isEmpty() ? "length_millis" : input + ".length_millis";
            case "duration_seconds" -> input + ".length_seconds";
            case "voice_description" -> input + ".description";
            case "num_speakers" -> input + (input.equals("dubbing") ? ".num_speakers" : ".speakers");
            default ->
                (input.isEmpty() ? "" : input + ".")
                        + plan(field).replace("voice_settings.", "").replace("_boost", "");
        };
    }

    private static String plan(String field) {
        return field.replace("source_composition_plan", "source")
                .replace("composition_plan", "plan")
                .replace("_global_", "_")
                .replace("_local_", "_")
                .replace("section_name", "name")
                .replace("duration_ms", "length_millis")
                .replace("source_from", "source")
                .replace("negative_ranges", "without")
                .replace("conditioning_ref", "like")
                .replace("condition_strength", "likeness");
    }
}
