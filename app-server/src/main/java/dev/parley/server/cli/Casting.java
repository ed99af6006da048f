package dev.parley.server.cli;

import dev.parley.v1.Voice;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who speaks whom. */
final class Casting {

    private Casting() {}

    /**
     * A voice for each speaker: the one that was asked for, else the one of that name, else one that nobody has yet.
     *
     * @param asked voices by speaker
     * @param known the gateway's voices, the best first
     */
    static Map<String, String> cast(Iterable<String> speakers, Map<String, String> asked, List<Voice> known) {
        Map<String, String> cast = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(asked.values());
        for (String speaker : speakers) {
            String named = asked.containsKey(speaker) ? asked.get(speaker) : ownName(speaker, known);
            if (named != null) {
                cast.put(speaker, named);
                taken.add(named);
            }
        }
        var free = known.stream()
                .map(Voice::getId)
                .filter(id -> !taken.contains(id))
                .toList();
        int next = 0;
        for (String speaker : speakers) {
            if (!cast.containsKey(speaker)) {
                cast.put(speaker, free.isEmpty() ? known.getFirst().getId() : free.get(next++ % free.size()));
            }
        }
        return cast;
    }

    private static @Nullable String ownName(String speaker, List<Voice> known) {
        return known.stream()
                .filter(voice -> voice.getId().equals(speaker)
                        || voice.getName().equalsIgnoreCase(speaker)
                        || voice.getAliasesList().stream().anyMatch(speaker::equalsIgnoreCase))
                .findFirst()
                .map(Voice::getId)
                .orElse(null);
    }
}
