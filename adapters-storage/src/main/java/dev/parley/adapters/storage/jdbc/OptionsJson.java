package dev.parley.adapters.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.dialogue.AudioEffects;
import dev.parley.domain.dialogue.PronunciationDictionary;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.dialogue.TextNormalization;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a stored request. What was not asked for is not stored. */
final class OptionsJson {

    private OptionsJson() {}

    static void write(ObjectNode json, RenderOptions options) {
        if (options.seed() != null) {
            json.put("seed", options.seed());
        }
        if (options.normalization() != null) {
            json.put("normalization", options.normalization().name());
        }
        flag(json, "language_normalization", options.languageNormalization());
        text(json, "previous_text", options.surroundings().previousText());
        text(json, "next_text", options.surroundings().nextText());
        texts(json, "previous_requests", options.surroundings().previousRequests());
        texts(json, "next_requests", options.surroundings().nextRequests());
        options.dictionaries().forEach(dictionary -> {
            var one = json.withArray("dictionaries").addObject().put("id", dictionary.id());
            text(one, "version", dictionary.version());
        });
        flag(json, "instant_clone", options.instantClone());
        var effects = options.effects();
        if (effects != null) {
            write(json.putObject("effects"), effects);
        }
        flag(json, "logged", options.logged());
        if (options.latency() != null) {
            json.put("latency", options.latency());
        }
        text(json, "instructions", options.instructions());
    }

    static RenderOptions read(JsonNode json) {
        return new RenderOptions(
                whole(json, "seed"),
                json.has("normalization")
                        ? TextNormalization.valueOf(json.get("normalization").textValue())
                        : null,
                flag(json, "language_normalization"),
                new Surroundings(
                        text(json, "previous_text"),
                        text(json, "next_text"),
                        texts(json, "previous_requests"),
                        texts(json, "next_requests")),
                dictionaries(json),
                flag(json, "instant_clone"),
                json.has("effects") ? effects(json.get("effects")) : null,
                flag(json, "logged"),
                json.has("latency") ? json.get("latency").intValue() : null,
                text(json, "instructions"));
    }

    private static void write(ObjectNode json, AudioEffects effects) {
        text(json, "filter_preset", effects.filterPreset());
        number(json, "distance", effects.distance());
        text(json, "environment", effects.environment());
        text(json, "background_noise", effects.backgroundNoise());
        number(json, "send_level", effects.sendLevel());
        number(json, "pan", effects.pan());
        if (effects.seed() != null) {
            json.put("seed", effects.seed());
        }
    }

    private static AudioEffects effects(JsonNode json) {
        return new AudioEffects(
                text(json, "filter_preset"),
                number(json, "distance"),
                text(json, "environment"),
                text(json, "background_noise"),
                number(json, "send_level"),
                number(json, "pan"),
                whole(json, "seed"));
    }

    private static List<PronunciationDictionary> dictionaries(JsonNode json) {
        List<PronunciationDictionary> dictionaries = new ArrayList<>();
        for (var one : json.path("dictionaries")) {
            dictionaries.add(new PronunciationDictionary(one.path("id").asText(), text(one, "version")));
        }
        return dictionaries;
    }

    private static void text(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        values.forEach(value -> json.withArray(name).add(value));
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static void flag(ObjectNode json, String name, @Nullable Boolean value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Boolean flag(JsonNode json, String name) {
        return json.has(name) ? json.get(name).booleanValue() : null;
    }

    private static void number(ObjectNode json, String name, @Nullable Double value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Double number(JsonNode json, String name) {
        return json.has(name) ? json.get(name).doubleValue() : null;
    }

    private static @Nullable Long whole(JsonNode json, String name) {
        return json.has(name) ? json.get(name).longValue() : null;
    }
}
