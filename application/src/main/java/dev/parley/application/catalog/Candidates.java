package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.ledger.Tariff;
import dev.parley.ports.provider.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who can serve each public model, by what providers can and what the operator wants. */
final class Candidates {

    private final Providers providers;
    private final Tariff tariff;
    private final Map<String, RoutingRule> rules;

    Candidates(Providers providers, Tariff tariff, Map<String, RoutingRule> rules) {
        this.providers = providers;
        this.tariff = tariff;
        this.rules = Map.copyOf(rules);
    }

    /** Empty where nobody can. */
    Optional<PublicModel> wellKnown(WellKnownModel known) {
        List<Candidate> able = new ArrayList<>();
        providers
                .byName()
                .forEach((provider, made) -> made.capabilities().models().stream()
                        .filter(model -> model.standsFor().contains(known.name())
                                || model.name().equals(known.name()))
                        .findFirst()
                        .ifPresent(model -> able.add(
                                candidate(known.name(), provider, model, stricter(known.rules(), model.rules())))));
        return able.isEmpty() ? Optional.empty() : Optional.of(publicModel(known.name(), known.description(), able));
    }

    /** A provider's own model, which no other has. */
    PublicModel own(String provider, Model model) {
        return publicModel(
                model.name(), model.description(), List.of(candidate(model.name(), provider, model, model.rules())));
    }

    /** @throws IllegalArgumentException where there is a rule for a model that is none */
    void requireModels(Collection<String> models) {
        for (String ruled : new TreeSet<>(rules.keySet())) {
            if (!models.contains(ruled)) {
                throw new IllegalArgumentException(
                        "'routes." + ruled + "' names no model. Models: " + String.join(", ", new TreeSet<>(models)));
            }
        }
    }

    private PublicModel publicModel(String name, String description, List<Candidate> able) {
        var rule = rules.getOrDefault(name, RoutingRule.STANDARD);
        return new PublicModel(name, description, rule.choice(), chosen(name, rule, able));
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

    private Candidate candidate(String name, String provider, Model model, DialogueRules rules) {
        return new Candidate(name, provider, model, rules, tariff.rate(name, provider), 1);
    }

    private static DialogueRules stricter(DialogueRules promised, DialogueRules taken) {
        return new DialogueRules(
                Math.min(promised.voicesMax(), taken.voicesMax()),
                Math.min(promised.charactersMax(), taken.charactersMax()),
                promised.stability());
    }
}
