package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.provider.Voice;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A voice in the upstream's JSON. */
final class VoiceRow {

    /** The upstream calls a voice "Rachel - calm, soft": callers say "Rachel". */
    private static final String BEFORE_MANNER = " - ";

    private VoiceRow() {}

    /** @param aliases by the operator, for the upstream's names and ids */
    static Optional<Voice> read(JsonNode json, Map<String, String> aliases) {
        String id = json.path("voice_id").asText("");
        if (id.isBlank()) {
            return Optional.empty();
        }
        String name = text(json, "name", id);
        Set<String> further = new LinkedHashSet<>();
        String given = givenName(name);
        if (!given.equals(name)) {
            further.add(given);
        }
        aliases.forEach((alias, target) -> {
            if (target.equals(id) || target.equalsIgnoreCase(name) || target.equalsIgnoreCase(given)) {
                further.add(alias);
            }
        });
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("labels").properties().forEach(label -> {
            if (label.getValue().isTextual()) {
                labels.put(label.getKey(), label.getValue().asText());
            }
        });
        String category = text(json, "category", "premade");
        String description = text(json, "description", category + " voice of ElevenLabs");
        var preview = preview(text(json, "preview_url", ""));
        return Optional.of(new Voice(
                id, name, further, description.replaceAll("\\s+", " "), category, labels, preview.orElse(null)));
    }

    static String givenName(String name) {
        int manner = name.indexOf(BEFORE_MANNER);
        return manner <= 0 ? name : name.substring(0, manner).strip();
    }

    private static String text(JsonNode json, String field, String otherwise) {
        String text = json.path(field).isTextual() ? json.path(field).asText() : "";
        return text.isBlank() ? otherwise : text;
    }

    private static Optional<URI> preview(String url) {
        try {
            return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
