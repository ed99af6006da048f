package dev.parley.ports.provider;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A voice of one provider.
 *
 * @param id the provider's own, unique within it
 * @param name for people
 * @param aliases further names and ids that it answers to
 * @param description one line
 * @param category what kind of voice it is, in the upstream's word, as {@code premade} or {@code cloned}
 * @param labels what else is known of it, as {@code accent} or {@code gender}
 * @param preview where it can be heard
 */
public record Voice(
        String id,
        String name,
        Set<String> aliases,
        String description,
        String category,
        Map<String, String> labels,
        @Nullable URI preview) {
    public Voice {
        aliases = Set.copyOf(aliases);
        labels = Map.copyOf(labels);
    }

    /** One of which no more is known. */
    public Voice(String id, String name, Set<String> aliases, String description) {
        this(id, name, aliases, description, "premade", Map.of(), null);
    }

    /** Ids count exactly, names and aliases in any case. */
    public boolean answersTo(String wanted) {
        return id.equals(wanted)
                || name.equalsIgnoreCase(wanted)
                || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(wanted));
    }
}
