package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.work.Health;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        List<String> kinds,
        List<String> formats,
        String routing,
        List<CandidateJson> candidates) {

    /** Every format can be asked for: what a model does not make itself, Parley makes of what it does. */
    private static final List<String> FORMATS =
            Arrays.stream(AudioFormat.values()).map(AudioFormat::toString).toList();

    /** When a model was made nobody tells us, and OpenAI's clients want a number. */
    private static final long CREATED = 0;

    /**
     * Of one request. What does not apply is left out.
     *
     * @param stability the values it takes, in words
     * @param secondsMin of the audio that is made
     * @param secondsMax of the audio that is made, or of the recording that is worked on
     */
    record Limits(
            @Nullable Integer voices,
            @Nullable Integer characters,
            @Nullable String stability,
            @JsonProperty("seconds_min") @Nullable Double secondsMin,
            @JsonProperty("seconds_max") @Nullable Double secondsMax) {}

    /** @param perThousandCharacters the same as {@code perThousand}, where characters are what is counted */
    record Price(
            String unit,
            @JsonProperty("credits_per_1000") BigDecimal perThousand,

            @JsonProperty("credits_per_1000_characters") @Nullable
            BigDecimal perThousandCharacters,

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
                model.kinds().stream().map(ModelJson::lowerCase).sorted().toList(),
                FORMATS,
                lowerCase(model.choice()),
                model.candidates().stream()
                        .map(candidate -> CandidateJson.of(candidate, health.apply(candidate.provider())))
                        .toList());
    }

    private static Limits limits(ModelRules rules) {
        return switch (rules) {
            case DialogueRules spoken ->
                new Limits(
                        spoken.voicesMax(),
                        spoken.charactersMax(),
                        spoken.stability().toString(),
                        null,
                        null);
            case MusicRules music ->
                new Limits(null, music.charactersMax(), null, seconds(music.shortest()), seconds(music.longest()));
            case SoundRules sound ->
                new Limits(null, sound.charactersMax(), null, seconds(sound.shortest()), seconds(sound.longest()));
            case VoiceDesignRules design -> new Limits(null, design.charactersMax(), null, null, null);
            case VoiceCloneRules clone -> new Limits(null, null, null, null, seconds(clone.longest()));
            case RecordingRules recording -> new Limits(null, null, null, null, seconds(recording.longest()));
            case SessionRules session -> new Limits(null, null, null, null, seconds(session.longest()));
        };
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private static Price price(Rate rate) {
        var perThousand = rate.perThousand().toDecimal();
        return new Price(
                rate.unit().toString(),
                perThousand,
                rate.unit() == PriceUnit.CHARACTER ? perThousand : null,
                rate.minimum().toDecimal());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
