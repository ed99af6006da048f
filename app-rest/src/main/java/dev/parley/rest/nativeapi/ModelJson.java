package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.work.Health;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.ledger.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
        List<String> formats,
        String routing,
        List<CandidateJson> candidates) {

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

    /**
     * Who can serve it, and how they do.
     *
     * @param state {@code well}, {@code tried} or {@code resting}
     * @param running renderings under way in this process
     * @param atOnce how many there may be
     */
    record CandidateJson(
            String provider,
            String model,
            Limits limits,
            Price price,
            int weight,
            String state,
            int running,
            @JsonProperty("at_once") int atOnce) {

        static CandidateJson of(Candidate candidate, Health health) {
            return new CandidateJson(
                    candidate.provider(),
                    candidate.serving().name(),
                    ModelJson.limits(candidate.rules()),
                    ModelJson.price(candidate.rate()),
                    candidate.weight(),
                    lowerCase(health.state()),
                    health.running(),
                    health.atOnce());
        }
    }

    static ModelJson of(PublicModel model, Function<String, Health> health) {
        return new ModelJson(
                model.name(),
                "model",
                CREATED,
                model.provider(),
                model.description(),
                model.provider(),
                limits(model.rules()),
                price(model.rate()),
                model.serving().languages().stream()
                        .map(LanguageCode::code)
                        .sorted()
                        .toList(),
                FORMATS,
                lowerCase(model.choice()),
                model.candidates().stream()
                        .map(candidate -> CandidateJson.of(candidate, health.apply(candidate.provider())))
                        .toList());
    }

    private static Limits limits(DialogueRules rules) {
        return new Limits(
                rules.voicesMax(), rules.charactersMax(), rules.stability().toString());
    }

    private static Price price(Rate rate) {
        return new Price(rate.perThousand().toDecimal(), rate.minimum().toDecimal());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
