package dev.parley.adapters.proxies.voice;

import dev.parley.ports.provider.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The voices of one reseller. A voice's id is what the reseller is sent. The operator's come first, and take the place of presets
 * of the same name.
 */
public final class VoiceShelf {

    private final Map<String, Voice> byId = new LinkedHashMap<>();

    private VoiceShelf() {}

    /** Presets by their ids, for who takes ids: names are further names. */
    public static List<Voice> byIds(Map<String, String> operators) {
        return shelf(operators, Preset::id);
    }

    /** Presets by their names, for who takes nothing else: ids are further names. */
    public static List<Voice> byNames(Map<String, String> operators) {
        return shelf(operators, Preset::name);
    }

    private static List<Voice> shelf(Map<String, String> operators, Function<Preset, String> sent) {
        var shelf = new VoiceShelf();
        operators.forEach((name, id) -> shelf.byId.put(id, new Voice(id, name, Set.of(), "Set by the operator")));
        for (Preset preset : Preset.ALL) {
            shelf.add(preset, sent.apply(preset));
        }
        return new ArrayList<>(shelf.byId.values());
    }

    private void add(Preset preset, String id) {
        Voice earlier = byId.get(id);
        if (earlier == null && !isTaken(preset.name(), id)) {
            byId.put(id, new Voice(id, preset.name(), aliases(preset, id), preset.description()));
        } else if (earlier != null) {
            Set<String> aliases = aliases(preset, id);
            aliases.addAll(earlier.aliases());
            byId.put(id, new Voice(id, earlier.name(), aliases, earlier.description()));
        }
    }

    /** Nothing by which somebody else is found already. */
    private Set<String> aliases(Preset preset, String id) {
        Set<String> aliases = new LinkedHashSet<>(Set.of(preset.id(), preset.name()));
        aliases.removeIf(name -> isTaken(name, id));
        return aliases;
    }

    private boolean isTaken(String name, String id) {
        return byId.values().stream().anyMatch(voice -> !voice.id().equals(id) && voice.answersTo(name));
    }
}
