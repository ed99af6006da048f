package dev.parley.rest.elevenlabs;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request, and tells what is not of the promised form in the words of ElevenLabs' own reader. */
final class Schema {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private Schema() {}

    /** @throws SchemaRefused where the reading refuses a field */
    static <T> T reading(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.Invalid(String field, String message)
                    ? new SchemaRefused(wrong(part, field, message))
                    : e;
        }
    }

    /** @param part of the request that it is in: body, query or path */
    static ErrorJson.Wrong wrong(String part, String field, String message) {
        List<Object> loc = new ArrayList<>(List.of(part));
        var steps = STEP.matcher(field);
        while (steps.find()) {
            loc.add(steps.group(1) != null ? steps.group(1) : Integer.valueOf(steps.group(2)));
        }
        var kind = Kind.of(message);
        return new ErrorJson.Wrong(kind.type, loc, kind.wording == null ? message : kind.wording);
    }

    /** What can be wrong with a form. */
    private enum Kind {
        MISSING("missing", "is required.", "Field required"),
        STRING("string_type", "must be a string", "Input should be a valid string"),
        INTEGER("int_type", "must be a whole number", "Input should be a valid integer"),
        NUMBER("float_type", "must be a number,", "Input should be a valid number"),
        TRUTH("bool_type", "must be true or false", "Input should be a valid boolean"),
        LIST("list_type", "must be an array", "Input should be a valid list"),
        OBJECT("model_attributes_type", "must be an object", "Input should be a valid dictionary"),
        ENUM("enum", "must be one of", null),
        EXTRA("extra_forbidden", "is not a known field", "Extra inputs are not permitted"),
        VALUE("value_error", "", null);

        private final String type;
        private final String beginning;
        private final @Nullable String wording;

        Kind(String type, String beginning, @Nullable String wording) {
            this.type = type;
            this.beginning = beginning;
            this.wording = wording;
        }

        static Kind of(String message) {
            for (var kind : values()) {
                if (message.startsWith(kind.beginning)) {
                    return kind;
                }
            }
            return VALUE;
        }
    }
}
