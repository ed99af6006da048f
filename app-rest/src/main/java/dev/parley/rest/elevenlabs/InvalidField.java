package dev.parley.rest.elevenlabs;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** How a field is told that breaks a rule. Knows fields by this dialect's names: see {@link FieldNames}. */
final class InvalidField {

    private static final String STEPS = "Invalid TTD stability value. Must be one of: [0.0, 0.5, 1.0]"
            + " (0.0 = Creative, 0.5 = Natural, 1.0 = Robust)";

    private InvalidField() {}

    static MutableHttpResponse<?> reply(HttpRequest<?> request, String field, String message) {
        if (field.equals(FieldNames.OUTPUT_FORMAT)) {
            return Told.schema(request, Schema.wrong("query", field, message));
        }
        if (isText(field) && !message.startsWith("has ") && !message.startsWith("uses ")) {
            return Told.schema(request, Schema.wrong("body", field, message));
        }
        return told(field, message).about(field).reply(request);
    }

    private static Told told(String field, String message) {
        String sentence = "'" + field + "' " + message;
        if (field.endsWith(FieldNames.VOICE_ID)) {
            return Told.of(HttpStatus.NOT_FOUND, Told.NOT_FOUND, "voice_not_found", message);
        }
        if (isText(field)) {
            return message.startsWith("uses ")
                    ? invalid("invalid_argument", "The input has too many reference voices: it " + message)
                    : invalid("text_too_long", "The text " + message).formerly("max_character_limit_exceeded");
        }
        if (field.endsWith(".stability") && message.contains("one of 0, 0.5, 1")) {
            return invalid("invalid_voice_settings", STEPS).formerly("invalid_ttd_stability");
        }
        return field.startsWith(FieldNames.DIALOGUE_SETTINGS) || field.startsWith(FieldNames.VOICE_SETTINGS)
                ? invalid("invalid_voice_settings", sentence)
                : invalid("invalid_parameters", sentence);
    }

    private static boolean isText(String field) {
        return (field.startsWith("inputs") && !field.endsWith(FieldNames.VOICE_ID)) || field.equals("text");
    }

    private static Told invalid(String code, String message) {
        return Told.of(HttpStatus.BAD_REQUEST, Told.VALIDATION, code, message);
    }
}
