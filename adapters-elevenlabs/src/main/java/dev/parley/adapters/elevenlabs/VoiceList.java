package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The voices of the account, as the upstream lists them page by page. */
final class VoiceList {

    private static final int PAGES_MAX = 100;

    private final Lookup lookup;
    private final Map<String, String> aliases;

    VoiceList(Lookup lookup, Map<String, String> aliases) {
        this.lookup = lookup;
        this.aliases = aliases;
    }

    /** In the upstream's order, each once. */
    List<Voice> fetch() throws ProviderException {
        Map<String, Voice> voices = new LinkedHashMap<>();
        String token = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode json = lookup.find("/v2/voices?page_size=100" + token);
            if (json == null) {
                return page == 0 ? legacy() : List.copyOf(voices.values());
            }
            collect(json, voices);
            String next = json.path("next_page_token").asText("");
            if (!json.path("has_more").asBoolean()
                    || next.isEmpty()
                    || json.path("next_page_token").isNull()) {
                break;
            }
            token = "&next_page_token=" + Call.encoded(next);
        }
        return List.copyOf(voices.values());
    }

    /** One that may be on no list, as those of the library are. */
    Optional<Voice> fetch(String id) throws ProviderException {
        JsonNode json = lookup.find("/v1/voices/" + Call.encoded(id));
        return json == null ? Optional.empty() : VoiceRow.read(json, aliases);
    }

    /** What there was before pages. */
    private List<Voice> legacy() throws ProviderException {
        JsonNode json = lookup.find("/v1/voices");
        if (json == null) {
            throw new ProviderException(new Failure.Misconfigured("ElevenLabs lists no voices. Check base_url"));
        }
        Map<String, Voice> voices = new LinkedHashMap<>();
        collect(json, voices);
        return List.copyOf(voices.values());
    }

    private void collect(JsonNode json, Map<String, Voice> voices) {
        for (JsonNode row : json.path("voices")) {
            VoiceRow.read(row, aliases).ifPresent(voice -> voices.putIfAbsent(voice.id(), voice));
        }
    }

    static Optional<Voice> named(Collection<Voice> voices, String name) {
        return voices.stream()
                .filter(voice -> voice.id().equals(name))
                .findFirst()
                .or(() -> voices.stream()
                        .filter(voice -> voice.name().equalsIgnoreCase(name))
                        .findFirst())
                .or(() -> voices.stream().filter(voice -> voice.answersTo(name)).findFirst());
    }
}
