package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.LanguageCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** A model, its limits and its price; with what OpenAI's clients look for in one. */
record ModelJson(
        String id,
        String object,
        long created,
        @JsonProperty("owned_by") String ownedBy,
        String description,
        String provider,
        Limits limits,
        Price price,
        List<String> languages,
        List<String> formats) {

    /** Every format can be asked for: what a model does not make itself, Parley makes of what it does. */
    private static final List<String> FORMATS =
            Arrays.stream(AudioFormat.values()).map(AudioFormat::toString).toList();

    /** When a model was made nobody tells us, and OpenAI's clients want a number. */
    private static final long CREATED = 0;

    /** @param stability the values it takes, in words */
    record Limits(int voices, int characters, String stability) {}

    record Price(
            @JsonProperty("credits_per_1000_characters") BigDecimal perThousand,
            @JsonProperty("minimum_credits") BigDecimal minimum) {}

    static ModelJson of(PublicModel model) {
        var rules = model.rules();
        return new ModelJson(
                model.name(),
                "model",
                CREATED,
                model.provider(),
                model.description(),
                model.provider(),
                new Limits(
                        rules.voicesMax(),
                        rules.charactersMax(),
                        rules.stability().toString()),
                new Price(
                        model.rate().perThousand().toDecimal(),
                        model.rate().minimum().toDecimal()),
                model.serving().languages().stream()
                        .map(LanguageCode::code)
                        .sorted()
                        .toList(),
                FORMATS);
    }
}
