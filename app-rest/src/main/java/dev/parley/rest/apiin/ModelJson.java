package dev.parley.rest.apiin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.PublicModel;
import java.math.BigDecimal;
import java.util.List;

/**
 * A model, its price and who serves it.
 *
 * @param baseCredits what the shortest request costs
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

    /** One who serves it. */
    record ProviderJson(String name, String model) {}

    record LimitsJson(int voices, int characters, String stability) {}

    static ModelJson of(PublicModel model, ExampleJson example) {
        var rules = model.rules();
        return new ModelJson(
                model.name(),
                model.description(),
                ApiinPaths.SPEECH,
                List.of("text"),
                model.rate().price(1).toDecimal(),
                model.rate().perThousand().toDecimal(),
                coverage(model),
                new LimitsJson(
                        rules.voicesMax(),
                        rules.charactersMax(),
                        rules.stability().toString()),
                example);
    }

    /** Everybody who can serve it, in order of preference. */
    private static List<ProviderJson> coverage(PublicModel model) {
        return List.of(new ProviderJson(model.provider(), model.serving().name()));
    }
}
