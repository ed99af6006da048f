package dev.parley.application.catalog;

import dev.parley.application.Caller;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Every public model: the well-known names that some provider serves, and each provider's own. */
public final class Catalog {

    private final SequencedMap<String, PublicModel> models;
    private final Tariff tariff;

    /** With every provider that can, in order of preference. */
    public Catalog(Providers providers, Tariff tariff) {
        this(providers, tariff, Map.of());
    }

    /**
     * As the operator has it.
     *
     * @param rules by public model
     * @throws IllegalArgumentException naming the rule that cannot be kept
     */
    public Catalog(Providers providers, Tariff tariff, Map<String, RoutingRule> rules) {
        this.tariff = tariff;
        var candidates = new Candidates(providers, tariff, rules);
        SequencedMap<String, PublicModel> found = new LinkedHashMap<>();
        WellKnownModel.ALL.forEach(
                known -> candidates.wellKnown(known).ifPresent(model -> found.putIfAbsent(model.name(), model)));
        providers
                .byName()
                .forEach((name, provider) -> provider.capabilities()
                        .models()
                        .forEach(model -> found.computeIfAbsent(model.name(), _ -> candidates.own(name, model))));
        candidates.requireModels(found.keySet());
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

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
