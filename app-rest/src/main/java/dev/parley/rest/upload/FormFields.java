package dev.parley.rest.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.Fields;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a form. What is empty counts as absent; of what is given twice the last counts, unless several are wanted. */
public final class FormFields implements Fields {

    private final RequestJson json;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    FormFields(RequestJson json) {
        this.json = json;
    }

    void add(String name, String text) {
        if (!text.isEmpty()) {
            texts.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
        }
    }

    /** Names that nobody asked for. */
    public Stream<String> unknown() {
        return texts.keySet().stream().filter(name -> !asked.contains(name));
    }

    JsonNode tree() {
        var all = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, values) -> values.forEach(all.withArrayProperty(name)::add));
        return all;
    }

    @Override
    public boolean isPresent(String name) {
        return text(name) != null;
    }

    @Override
    public @Nullable String text(String name) {
        asked.add(name);
        var values = texts.get(name);
        return values == null ? null : values.getLast();
    }

    @Override
    public @Nullable Double number(String name) {
        return parsed(name, Double::valueOf, "must be a number, not a text.");
    }

    @Override
    public @Nullable Integer wholeNumber(String name) {
        return parsed(name, Integer::valueOf, "must be a whole number below 2147483648.");
    }

    @Override
    public @Nullable Long longNumber(String name) {
        return parsed(name, Long::valueOf, "must be a whole number.");
    }

    @Override
    public @Nullable Boolean truth(String name) {
        String text = text(name);
        return text == null ? null : Truth.parse(name, text);
    }

    /** Repeated, or in one array of JSON, or both. */
    @Override
    public List<String> several(String name) {
        asked.add(name);
        return texts.getOrDefault(name, List.of()).stream()
                .flatMap(text -> text.startsWith("[") ? json.value(name, text).texts(name).stream() : Stream.of(text))
                .toList();
    }

    @Override
    public @Nullable JsonFields object(String name) {
        String text = text(name);
        if (text != null && text.startsWith("\"")) {
            text = json.value(name, text).text(name); // Some clients write JSON of what is JSON already.
        }
        return text == null ? null : json.value(name, text).object(name);
    }

    @Override
    public List<JsonFields> objects(String name) {
        String text = text(name);
        return text == null ? List.of() : json.value(name, text).objects(name);
    }

    @Override
    public Refused refused(String name, String message) {
        return Refused.invalid(name, message);
    }

    private <N> @Nullable N parsed(String name, Function<String, N> parse, String complaint) {
        String text = text(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (NumberFormatException _) {
            throw refused(name, complaint);
        }
    }
}
