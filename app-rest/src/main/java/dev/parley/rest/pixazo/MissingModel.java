package dev.parley.rest.pixazo;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;

/** How this dialect says that nobody serves a model, or not for this key. */
final class MissingModel {

    private MissingModel() {}

    static Refused refused(String model, String why) {
        return new Refused(new Refusal.ModelNotFound("Model '" + model + "' not found or is disabled" + why));
    }
}
