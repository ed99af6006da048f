package dev.parley.rest.apiin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.dialogue.DialogueRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * A model, its price and who serves it.
 *
 * @param baseCredits what the shortest request costs, whoever serves it
 */
record ModelJson(
        String id,
        String description,
        String endpoint,
        @JsonProperty("input_types") List<String> inputTypes,
        @JsonProperty("base_credits") BigDecimal baseCredits,
        @JsonProperty("credits_per_1000_characters") BigDecimal perThousand,
        List<ProviderJson> providers,
        LimitsJson limits,
        @JsonProperty("request_example") ExampleJson example) {

    /** One who can serve it, and what it costs if they do. */
    record ProviderJson(
            String name,
            String model,
            @JsonProperty("base_credits") BigDecimal baseCredits,
            @JsonProperty("credits_per_1000_characters") BigDecimal perThousand) {

        static ProviderJson of(Candidate candidate) {
            return new ProviderJson(
                    candidate.provider(),
                    candidate.serving().name(),
                    candidate.rate().price(1).toDecimal(),
                    candidate.rate().perThousand().toDecimal());
        }
    }

    record LimitsJson(int voices, int characters, String stability) {}

    static ModelJson of(PublicModel model, ExampleJson example) {
        if (!(model.rules() instanceof DialogueRules rules)) {
            throw new IllegalArgumentException("this dialect lists what speaks");
        }
        return new ModelJson(
                model.name(),
                model.description(),
                ApiinPaths.SPEECH,
                List.of("text"),
                model.rate().price(1).toDecimal(),
                model.rate().perThousand().toDecimal(),
                model.candidates().stream().map(ProviderJson::of).toList(),
                new LimitsJson(
                        rules.voicesMax(),
                        rules.charactersMax(),
                        rules.stability().toString()),
                example);
    }
}
