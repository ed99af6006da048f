package dev.parley.adapters.storage.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what these classes have written, and nothing else: whatever is not as expected is a later version's. */
final class StoredJson {

    private static final JsonMapper JSON = new JsonMapper();

    private StoredJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored is not JSON", e);
        }
    }

    static JsonNode member(JsonNode json, String name) {
        var member = json.get(name);
        if (member == null) {
            throw new IllegalStateException("what is stored has no '" + name + "'");
        }
        return member;
    }

    static String string(JsonNode json, String name) {
        return member(json, name).textValue();
    }

    static @Nullable String textOrNull(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    static @Nullable Double number(JsonNode json, String name) {
        var number = json.path(name);
        return number.isNumber() ? number.doubleValue() : null;
    }

    static @Nullable Integer integer(JsonNode json, String name) {
        var number = json.path(name);
        return number.isNumber() ? number.intValue() : null;
    }

    static @Nullable Long whole(JsonNode json, String name) {
        var number = json.path(name);
        return number.isNumber() ? number.longValue() : null;
    }

    static @Nullable Boolean truth(JsonNode json, String name) {
        var truth = json.path(name);
        return truth.isBoolean() ? truth.booleanValue() : null;
    }

    static boolean flag(JsonNode json, String name) {
        return json.path(name).booleanValue();
    }

    static Duration millis(JsonNode json, String name) {
        return Duration.ofMillis(member(json, name).longValue());
    }

    static List<String> strings(JsonNode json, String name) {
        List<String> strings = new ArrayList<>();
        json.path(name).forEach(string -> strings.add(string.textValue()));
        return strings;
    }

    static void put(ObjectNode json, String name, Collection<String> strings) {
        var array = json.putArray(name);
        strings.forEach(array::add);
    }
}
