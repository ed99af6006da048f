package dev.parley.application.catalog;

import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.ModelRules;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who can serve each public model, by what providers can and what the operator wants. */
final class Candidates {

    private final Map<String, VoiceProvider> providers;
    private final Tariff tariff;
    private final Map<String, RoutingRule> rules;

    /** @param providers by name, in order of preference */
    Candidates(Map<String, VoiceProvider> providers, Tariff tariff, Map<String, RoutingRule> rules) {
        this.providers = providers;
        this.tariff = tariff;
        this.rules = Map.copyOf(rules);
    }

    /** Empty where nobody can, or where nobody has a price. */
    Optional<PublicModel> wellKnown(WellKnownModel known) {
        List<Candidate> able = new ArrayList<>();
        providers.forEach((provider, made) -> made.capabilities().models().stream()
                .filter(model -> serves(model, known))
                .findFirst()
                .flatMap(model ->
                        candidate(known.name(), provider, model, known.rules().stricter(model.rules())))
                .ifPresent(able::add));
        return publicModel(known.name(), known.description(), able);
    }

    /** A provider's own model, which no other has; empty where it has no price. */
    Optional<PublicModel> own(String provider, Model model) {
        var able =
                candidate(model.name(), provider, model, model.rules()).stream().toList();
        return publicModel(model.name(), model.description(), able);
    }

    private static boolean serves(Model model, WellKnownModel known) {
        return (model.standsFor().contains(known.name()) || model.name().equals(known.name()))
                && model.rules().getClass() == known.rules().getClass();
    }

    private Optional<PublicModel> publicModel(String name, String description, List<Candidate> able) {
        if (able.isEmpty()) {
            return Optional.empty();
        }
        var rule = rules.getOrDefault(name, RoutingRule.STANDARD);
        return Optional.of(new PublicModel(name, description, rule.choice(), chosen(name, rule, able)));
    }

    /** The built-in voice speaks for another only where nobody else can, or where the operator says so. */
    private static List<Candidate> chosen(String model, RoutingRule rule, List<Candidate> able) {
        if (rule.providers().isEmpty()) {
            var real = able.stream()
                    .filter(candidate -> !candidate.provider().equals(Providers.LOCAL))
                    .toList();
            return real.isEmpty() ? able : real;
        }
        List<Candidate> listed = new ArrayList<>();
        rule.providers().forEach((provider, weight) -> {
            var candidate = able.stream()
                    .filter(known -> known.provider().equals(provider))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'routes." + model + ".providers' names '"
                            + provider + "', which is not on or does not serve it. Those that do: "
                            + String.join(
                                    ", ", able.stream().map(Candidate::provider).toList()) + "."));
            listed.add(new Candidate(
                    candidate.model(), provider, candidate.serving(), candidate.rules(), candidate.rate(), weight));
        });
        return listed;
    }

    private Optional<Candidate> candidate(String name, String provider, Model model, ModelRules rules) {
        return rate(name, provider, model).map(rate -> new Candidate(name, provider, model, rules, rate, 1));
    }

    /** Nothing is free by accident: only speech has a price without a line in the price list. */
    private Optional<Rate> rate(String name, String provider, Model model) {
        var listed = tariff.listed(name, provider);
        if (listed.isEmpty()) {
            return model.kinds().stream().allMatch(Kind::isSpoken) ? Optional.of(tariff.fallback()) : Optional.empty();
        }
        var unit = listed.get().unit();
        for (var kind : model.kinds()) {
            if (!kind.isFree() && !kind.units().contains(unit)) {
                throw new IllegalArgumentException("'tariff." + name + ".unit' is " + unit
                        + ", by which it cannot be priced. It can be by: "
                        + String.join(
                                ", ",
                                kind.units().stream().map(Object::toString).toList()) + ".");
            }
        }
        return listed;
    }
}
