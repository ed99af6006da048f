package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules;
import java.util.List;

/** Names that existing clients ask for, whoever serves them here. */
record WellKnownModel(String name, String description, DialogueRules rules) {

    /** The model of seeds/000. */
    static final List<WellKnownModel> ALL = List.of(new WellKnownModel(
            "elevenlabs-text-to-dialogue-v3",
            "Multi-speaker dialogue with expressive delivery across 70+ languages",
            DialogueRules.DEFAULT));
}
