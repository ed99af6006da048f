package dev.parley.rest.apiin;

import dev.parley.application.Caller;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.Voices;
import dev.parley.application.catalog.Voices.Listed;
import dev.parley.domain.refusal.Refused;
import jakarta.inject.Singleton;
import java.util.List;

/** Who speaks in an example: voices that there are. */
@Singleton
final class Casting {

    private static final int PARTS = 2;

    private final Voices voices;

    Casting(Voices voices) {
        this.voices = voices;
    }

    /** Names of at most two voices of whoever serves the model. */
    List<String> of(Caller caller, PublicModel model) {
        return listed(caller).stream()
                .filter(listed -> listed.provider().equals(model.provider()))
                .map(listed -> listed.voice().name())
                .limit(PARTS)
                .toList();
    }

    private List<Listed> listed(Caller caller) {
        try {
            return voices.list(caller);
        } catch (Refused _) {
            return List.of(); // A provider cannot list them now; an example does without.
        }
    }
}
