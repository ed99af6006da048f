package dev.parley.application.catalog;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.ledger.Rate;
import dev.parley.ports.provider.Model;

/**
 * A model as callers see it, and what serves it now.
 *
 * @param name what callers ask for
 * @param rules the stricter of what is promised under this name and what the serving model takes
 * @param provider name of the serving provider
 * @param serving the provider's own model
 */
public record PublicModel(
        String name, String description, DialogueRules rules, Rate rate, String provider, Model serving) {}
