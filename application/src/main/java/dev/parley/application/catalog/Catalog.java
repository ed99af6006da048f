package dev.parley.application.catalog;

import dev.parley.application.Caller;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Kind;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every public model: the well-known names that some provider serves, and each provider's own. Who only tries is served by the
 * sandbox alone, and nobody else is.
 */
public final class Catalog {

    private final SequencedMap<String, PublicModel> models;
    private final SequencedMap<String, PublicModel> sandbox;
    private final Set<String> unpriced;
    private final Tariff tariff;

    /** With every provider that can, in order of preference. */
    public Catalog(Providers providers, Tariff tariff) {
        this(providers, tariff, Map.of());
    }

    /**
     * As the operator has it.
     *
     * @param rules by public model
     * @throws IllegalArgumentException naming the rule, or the price, that cannot be kept
     */
    public Catalog(Providers providers, Tariff tariff, Map<String, RoutingRule> rules) {
        this.tariff = tariff;
        this.models = found(providers.live(), new Candidates(providers.live(), tariff, rules));
        this.sandbox =
                found(providers.sandbox(), new Candidates(providers.sandbox(), free(providers.sandbox()), Map.of()));
        this.unpriced = new TreeSet<>(named(providers.live()));
        unpriced.removeAll(models.keySet());
        requireModels(rules.keySet());
    }

    /** All of them, in the order in which they are listed. */
    public Collection<PublicModel> models() {
        return models.values();
    }

    /** What providers could serve if it had a price: nobody is given it before. */
    public Set<String> unpriced() {
        return Collections.unmodifiableSet(unpriced);
    }

    /** Those that the caller's key allows. */
    public List<PublicModel> models(Caller caller) {
        return of(caller).values().stream()
                .filter(model -> caller.limits().allowsModel(model.name()))
                .toList();
    }

    /** @throws Refused where there is no such model, or it has no price, or the caller's key does not allow it */
    public PublicModel model(Caller caller, String name) {
        var model = of(caller).get(name);
        if (model == null || !caller.limits().allowsModel(name)) {
            throw new Refused(new Refusal.ModelNotFound(missing(caller, name, model)));
        }
        return model;
    }

    public Tariff tariff() {
        return tariff;
    }

    private String missing(Caller caller, String name, @Nullable PublicModel model) {
        String allowed =
                String.join(", ", models(caller).stream().map(PublicModel::name).toList());
        if (model != null) {
            return "This API key does not allow the model '" + name + "'. It allows: " + allowed + ".";
        }
        if (!caller.sandbox() && unpriced.contains(name)) {
            return "The model '" + name
                    + "' has no price here yet, so nothing is asked of it: the operator sets 'tariff." + name
                    + ".per_1000'.";
        }
        return "There is no model '" + shortened(name) + "'. Models: " + allowed + ".";
    }

    private SequencedMap<String, PublicModel> of(Caller caller) {
        return caller.sandbox() ? sandbox : models;
    }

    private static SequencedMap<String, PublicModel> found(
            Map<String, VoiceProvider> providers, Candidates candidates) {
        SequencedMap<String, PublicModel> found = new LinkedHashMap<>();
        WellKnownModel.ALL.forEach(
                known -> candidates.wellKnown(known).ifPresent(model -> found.putIfAbsent(model.name(), model)));
        providers.forEach((name, provider) -> provider.capabilities().models().stream()
                .filter(model -> !found.containsKey(model.name()))
                .forEach(model -> candidates.own(name, model).ifPresent(own -> found.put(own.name(), own))));
        return Collections.unmodifiableSequencedMap(found);
    }

    /** Every name that a provider answers to, with or without a price. */
    private static List<String> named(Map<String, VoiceProvider> providers) {
        List<String> names = new ArrayList<>();
        providers
                .values()
                .forEach(provider -> provider.capabilities().models().forEach(model -> {
                    names.add(model.name());
                    names.addAll(model.standsFor());
                }));
        return names;
    }

    private static Tariff free(Map<String, VoiceProvider> providers) {
        Map<String, Rate> rates = new HashMap<>();
        providers
                .values()
                .forEach(provider -> provider.capabilities().models().forEach(model -> {
                    var rate = new Rate(pricedKind(model).units().getFirst(), Credits.NONE, Credits.NONE);
                    rates.put(model.name(), rate);
                    model.standsFor().forEach(name -> rates.put(name, rate));
                }));
        return new Tariff(rates, new Rate(Credits.NONE, Credits.NONE));
    }

    private static Kind pricedKind(Model model) {
        return model.kinds().stream().filter(kind -> !kind.isFree()).findFirst().orElseThrow();
    }

    /** A rule for a model that nobody has is a misspelt one. */
    private void requireModels(Collection<String> ruled) {
        Optional<String> unknown = new TreeSet<>(ruled)
                .stream()
                        .filter(model -> !models.containsKey(model) && !unpriced.contains(model))
                        .findFirst();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException("'routes." + unknown.get() + "' names no model. Models: "
                    + String.join(", ", new TreeSet<>(models.keySet())));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
