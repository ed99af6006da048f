package dev.parley.application.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Who serves a public model, as the operator has it.
 *
 * @param providers names in the operator's order, each with its weight; every provider that can, where empty
 */
public record RoutingRule(PublicModel.Choice choice, SequencedMap<String, Integer> providers) {

    /** Every provider that can, in order of preference. */
    public static final RoutingRule STANDARD = new RoutingRule(PublicModel.Choice.ORDER, new LinkedHashMap<>());

    public RoutingRule {
        providers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(providers));
    }
}
