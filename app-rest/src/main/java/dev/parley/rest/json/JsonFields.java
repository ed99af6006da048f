package dev.parley.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.refusal.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a request, read by name and type. An explicit null counts as absent. What is never asked for
 * is unknown.
 */
public final class JsonFields implements Fields {

    private final JsonNode object;
    private final String prefix;
    private final Set<String> asked = new HashSet<>();
    private final List<JsonFields> inner = new ArrayList<>();

    JsonFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    @Override
    public @Nullable String text(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw wrongType(name, "a string", node);
        }
        String text = node.textValue();
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            throw refused(name, "must be well-formed Unicode: it holds half a surrogate pair.");
        }
        return text;
    }

    @Override
    public String requiredText(String name) {
        return required(name, text(name));
    }

    @Override
    public @Nullable Double number(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            throw wrongType(name, "a number", node);
        }
        return node.doubleValue();
    }

    @Override
    public @Nullable Integer wholeNumber(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isInt()) {
            throw refused(name, "must be a whole number below 2147483648.");
        }
        return node.intValue();
    }

    @Override
    public @Nullable Long longNumber(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw refused(name, "must be a whole number.");
        }
        return node.longValue();
    }

    @Override
    public @Nullable Boolean truth(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            throw wrongType(name, "true or false", node);
        }
        return node.booleanValue();
    }

    /** A number with all its digits, or the same written as a string. */
    public @Nullable String decimal(String name) {
        var node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() && !node.isTextual()) {
            throw wrongType(name, "a number", node);
        }
        return node.asText();
    }

    public String requiredDecimal(String name) {
        return required(name, decimal(name));
    }

    @Override
    public List<String> several(String name) {
        var node = find(name);
        if (node == null) {
            return List.of();
        }
        if (node.isArray()) {
            return texts(name);
        }
        if (!node.isTextual() && !node.isBoolean()) {
            throw wrongType(name, "a string or an array", node);
        }
        return List.of(node.asText());
    }

    /** Nothing where there is no such field. */
    public List<String> texts(String name) {
        var array = find(name);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            throw wrongType(name, "an array", array);
        }
        List<String> texts = new ArrayList<>(array.size());
        for (var element : array) {
            if (!element.isTextual()) {
                throw wrongType(name + "[" + texts.size() + "]", "a string", element);
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** Of all that say something, for objects whose fields nobody knows beforehand. */
    public List<String> names() {
        return object.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the field says anything. */
    @Override
    public boolean isPresent(String name) {
        return find(name) != null;
    }

    /** For fields that are an object or something else. */
    public boolean isObject(String name) {
        var node = find(name);
        return node != null && node.isObject();
    }

    @Override
    public @Nullable JsonFields object(String name) {
        var node = find(name);
        return node == null ? null : inner(node, name);
    }

    public JsonFields requiredObject(String name) {
        var node = required(name, find(name));
        return inner(node, name);
    }

    public List<JsonFields> requiredObjects(String name) {
        return objects(name, required(name, find(name)));
    }

    /** Nothing where there is no such field. */
    @Override
    public List<JsonFields> objects(String name) {
        var array = find(name);
        return array == null ? List.of() : objects(name, array);
    }

    private List<JsonFields> objects(String name, JsonNode array) {
        if (!array.isArray()) {
            throw wrongType(name, "an array", array);
        }
        List<JsonFields> objects = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            objects.add(inner(array.get(i), name + "[" + i + "]"));
        }
        return objects;
    }

    /** Paths of the fields that nobody asked for, here and further in. */
    public Stream<String> unknown() {
        return Stream.concat(
                object.properties().stream()
                        .filter(field -> !asked.contains(field.getKey()))
                        .map(field -> prefix + field.getKey()),
                inner.stream().flatMap(JsonFields::unknown));
    }

    /**
     * The same for every body that says the same.
     *
     * @param beside what else the request says, outside of its body
     */
    public String fingerprint(String... beside) {
        return Fingerprint.of(object, beside);
    }

    /** A refusal of a field of this object. */
    @Override
    public Refused refused(String name, String message) {
        return Refused.invalid(prefix + name, message);
    }

    private @Nullable JsonNode find(String name) {
        asked.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw refused(name, "is required.");
        }
        return value;
    }

    private JsonFields inner(JsonNode node, String name) {
        if (!node.isObject()) {
            throw wrongType(name, "an object", node);
        }
        var fields = new JsonFields(node, prefix + name + ".");
        inner.add(fields);
        return fields;
    }

    private Refused wrongType(String name, String wanted, JsonNode found) {
        return refused(name, "must be " + wanted + ", not " + kind(found) + ".");
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }
}
