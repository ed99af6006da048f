package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.ModelRules;
import dev.parley.ports.provider.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A model as callers see it, and who can serve it.
 *
 * @param name what callers ask for
 * @param choice how one of the candidates is chosen
 * @param candidates in the operator's order; not empty
 */
public record PublicModel(String name, String description, Choice choice, List<Candidate> candidates) {
    public PublicModel {
        candidates = List.copyOf(candidates);
    }

    /** How a candidate is chosen. The others are asked where the first cannot, or is known not to have rendered. */
    public enum Choice {
        /** The first as they are listed. */
        ORDER,
        /** One at random, by weight. */
        WEIGHT,
        /** The one that costs the order the least. */
        PRICE
    }

    /** Name of the first candidate. */
    public String provider() {
        return candidates.getFirst().provider();
    }

    /** The first candidate's own model. */
    public Model serving() {
        return candidates.getFirst().serving();
    }

    /** What it renders: all of its candidates do. */
    public Set<Kind> kinds() {
        return serving().kinds();
    }

    /** What an order must keep to be taken by any of them, where it speaks; else by the first. */
    public ModelRules rules() {
        var first = candidates.getFirst().rules();
        if (!(first instanceof DialogueRules(var _, var _, var stability))) {
            return first;
        }
        return new DialogueRules(most(DialogueRules::voicesMax), most(DialogueRules::charactersMax), stability);
    }

    private int most(ToIntFunction<DialogueRules> limit) {
        return candidates.stream()
                .map(Candidate::rules)
                .flatMap(rules -> rules instanceof DialogueRules spoken ? Stream.of(spoken) : Stream.empty())
                .mapToInt(limit)
                .max()
                .orElseThrow();
    }

    /** That of the dearest candidate: what is held. */
    public Rate rate() {
        return candidates.stream()
                .map(Candidate::rate)
                .max(Comparator.comparing(Rate::perThousand).thenComparing(Rate::minimum))
                .orElseThrow();
    }
}
