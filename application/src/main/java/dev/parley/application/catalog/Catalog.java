package dev.parley.application.catalog;

import dev.parley.application.Caller;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.provider.Model;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Every public model: the well-known names that some provider serves, and each provider's own. */
public final class Catalog {

    private final SequencedMap<String, PublicModel> models;
    private final Tariff tariff;

    public Catalog(Providers providers, Tariff tariff) {
        this.tariff = tariff;
        SequencedMap<String, PublicModel> found = new LinkedHashMap<>();
        WellKnownModel.ALL.forEach(known -> addWellKnown(found, known, providers));
        providers
                .byName()
                .forEach((name, provider) -> provider.capabilities()
                        .models()
                        .forEach(model -> found.putIfAbsent(
                                model.name(),
                                publicModel(model.name(), model.description(), model.rules(), name, model))));
        this.models = Collections.unmodifiableSequencedMap(found);
    }

    /** All of them, in the order in which they are listed. */
    public Collection<PublicModel> models() {
        return models.values();
    }

    /** Those that the caller's key allows. */
    public List<PublicModel> models(Caller caller) {
        return models.values().stream()
                .filter(model -> caller.limits().allowsModel(model.name()))
                .toList();
    }

    /** @throws Refused where there is no such model, or the caller's key does not allow it */
    public PublicModel model(Caller caller, String name) {
        var model = models.get(name);
        if (model == null || !caller.limits().allowsModel(name)) {
            var allowed = models(caller).stream().map(PublicModel::name).toList();
            throw new Refused(new Refusal.ModelNotFound(
                    model == null
                            ? "There is no model '" + shortened(name) + "'. Models: " + String.join(", ", allowed) + "."
                            : "This API key does not allow the model '" + name + "'. It allows: "
                                    + String.join(", ", allowed) + "."));
        }
        return model;
    }

    public Tariff tariff() {
        return tariff;
    }

    private void addWellKnown(SequencedMap<String, PublicModel> found, WellKnownModel known, Providers providers) {
        providers
                .byName()
                .forEach((name, provider) -> provider.capabilities().models().stream()
                        .filter(model -> model.standsFor().contains(known.name()))
                        .findFirst()
                        .ifPresent(model -> found.putIfAbsent(
                                known.name(),
                                publicModel(
                                        known.name(),
                                        known.description(),
                                        stricter(known.rules(), model.rules()),
                                        name,
                                        model))));
    }

    private PublicModel publicModel(
            String name, String description, DialogueRules rules, String provider, Model model) {
        return new PublicModel(name, description, rules, tariff.rate(name), provider, model);
    }

    private static DialogueRules stricter(DialogueRules promised, DialogueRules taken) {
        return new DialogueRules(
                Math.min(promised.voicesMax(), taken.voicesMax()),
                Math.min(promised.charactersMax(), taken.charactersMax()),
                promised.stability());
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
