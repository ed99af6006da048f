package dev.parley.application.catalog;

import dev.parley.domain.ledger.Rate;
import dev.parley.domain.render.ModelRules;
import dev.parley.ports.provider.Model;

/**
 * A provider that can serve a public model.
 *
 * @param model the public model
 * @param provider its name
 * @param serving the provider's own model
 * @param rules the stricter of what is promised under the public name and what the serving model takes
 * @param rate what it costs if this provider delivers
 * @param weight its share of the orders, where they are shared by weight
 */
public record Candidate(String model, String provider, Model serving, ModelRules rules, Rate rate, int weight) {}
