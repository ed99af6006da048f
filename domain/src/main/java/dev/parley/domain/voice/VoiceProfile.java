package dev.parley.domain.voice;

import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import java.util.Map;

/**
 * How a voice is told from others.
 *
 * @param description empty where there is none
 * @param labels what else is known of it, as {@code accent} or {@code gender}
 */
public record VoiceProfile(String name, String description, Map<String, String> labels) {

    /** As long a name as orders may name a voice by. */
    public static final int NAME_MAX = 100;

    private static final int DESCRIPTION_MAX = 1000;
    private static final int LABELS_MAX = 20;
    private static final int LABEL_MAX = 100;

    public VoiceProfile {
        labels = Map.copyOf(labels);
    }

    /**
     * Itself, if a provider may be given it.
     *
     * @param prefix of the fields' names, as {@code voice_}
     * @throws Refused naming the first field that breaks a rule
     */
    public VoiceProfile checked(String prefix) {
        Bounds.text(prefix + "name", name, NAME_MAX);
        if (!description.isEmpty()) {
            Bounds.text(prefix + "description", description, DESCRIPTION_MAX);
        }
        Bounds.count("labels", labels.size(), LABELS_MAX);
        labels.forEach((label, value) -> {
            Bounds.text("labels", label, LABEL_MAX);
            Bounds.text("labels." + label, value, LABEL_MAX);
        });
        return this;
    }
}
