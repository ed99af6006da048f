package dev.parley.ports.provider;

import java.util.Set;

/**
 * A voice of one provider.
 *
 * @param id the provider's own, unique within it
 * @param name for people
 * @param aliases further names and ids that it answers to
 * @param description one line
 */
public record Voice(String id, String name, Set<String> aliases, String description) {
    public Voice {
        aliases = Set.copyOf(aliases);
    }

    /** Ids count exactly, names and aliases in any case. */
    public boolean answersTo(String wanted) {
        return id.equals(wanted)
                || name.equalsIgnoreCase(wanted)
                || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(wanted));
    }
}
