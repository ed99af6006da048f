package dev.parley.adapters.elevenlabs;

import static dev.parley.domain.render.RenderOption.AUDIO_EFFECTS;
import static dev.parley.domain.render.RenderOption.INSTANT_CLONE;
import static dev.parley.domain.render.RenderOption.LANGUAGE_TEXT_NORMALIZATION;
import static dev.parley.domain.render.RenderOption.LATENCY;
import static dev.parley.domain.render.RenderOption.LOGGING;
import static dev.parley.domain.render.RenderOption.NEXT_REQUESTS;
import static dev.parley.domain.render.RenderOption.NEXT_TEXT;
import static dev.parley.domain.render.RenderOption.PREVIOUS_REQUESTS;
import static dev.parley.domain.render.RenderOption.PREVIOUS_TEXT;
import static dev.parley.domain.render.RenderOption.PRONUNCIATION;
import static dev.parley.domain.render.RenderOption.SEED;
import static dev.parley.domain.render.RenderOption.SIMILARITY;
import static dev.parley.domain.render.RenderOption.SPEAKER_BOOST;
import static dev.parley.domain.render.RenderOption.SPEED;
import static dev.parley.domain.render.RenderOption.STYLE;
import static dev.parley.domain.render.RenderOption.TEXT_NORMALIZATION;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.ports.provider.Model;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The upstream's models as data. Each stands for its own name too: a well-known name goes to who says so, and the built-in
 * voice says so of all of these.
 */
final class Models {

    static final String V3 = "eleven_v3";

    private static final String TWENTY_NINE =
            "en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk ru";
    private static final String THIRTY_TWO = TWENTY_NINE + " hu no vi";
    private static final String NINE = "en de pl es it fr pt hi ar";

    /** Requests for these are counted apart from the rest by the upstream, and more of them may run at once. */
    private static final Set<String> FAST =
            Set.of("eleven_flash_v2_5", "eleven_flash_v2", "eleven_turbo_v2_5", "eleven_turbo_v2");

    private static final Set<String> TAKE_A_LANGUAGE = Set.of(V3, "eleven_flash_v2_5", "eleven_turbo_v2_5");

    private static final Set<RenderOption> SPEECH_OPTIONS = EnumSet.of(
            SEED,
            SIMILARITY,
            SPEED,
            TEXT_NORMALIZATION,
            LANGUAGE_TEXT_NORMALIZATION,
            PREVIOUS_TEXT,
            NEXT_TEXT,
            PREVIOUS_REQUESTS,
            NEXT_REQUESTS,
            PRONUNCIATION,
            INSTANT_CLONE,
            AUDIO_EFFECTS,
            LOGGING,
            LATENCY);

    private Models() {}

    /** @param formats those that the upstream's plan allows */
    static List<Model> making(Set<AudioFormat> formats) {
        var usual = EnumSet.copyOf(formats);
        usual.removeAll(OtherModels.OF_MUSIC_ONLY);
        return Stream.concat(speaking(usual).stream(), OtherModels.making(formats, usual).stream())
                .toList();
    }

    private static List<Model> speaking(Set<AudioFormat> formats) {
        return List.of(
                v3(formats),
                speech("eleven_multilingual_v2", "Lifelike speech in 29 languages", 10_000, TWENTY_NINE, formats, true),
                speech("eleven_multilingual_v1", "The first multilingual speech", 10_000, NINE, formats, true),
                speech("eleven_flash_v2_5", "Fast speech in 32 languages", 40_000, THIRTY_TWO, formats, false),
                speech("eleven_flash_v2", "Fast English speech", 30_000, "en", formats, false),
                speech("eleven_turbo_v2_5", "Fast speech in 32 languages", 40_000, THIRTY_TWO, formats, false),
                speech("eleven_turbo_v2", "Fast English speech", 30_000, "en", formats, false));
    }

    static boolean isFast(String model) {
        return FAST.contains(model);
    }

    /** The others find the language out by themselves, and some refuse to be told. */
    static boolean takesALanguage(String model) {
        return TAKE_A_LANGUAGE.contains(model);
    }

    private static Model v3(Set<AudioFormat> formats) {
        return new Model(
                V3,
                "Expressive dialogue and speech in 74 languages",
                Set.of(Kind.DIALOGUE, Kind.SPEECH),
                Set.of(V3, "elevenlabs-text-to-dialogue-v3", "elevenlabs-v3", "eleven-v3-alpha-954"),
                new DialogueRules(10, 5000, StabilityRule.STEPS),
                formats,
                languages(LanguageCode.spoken()),
                true,
                EnumSet.of(
                        SEED,
                        SIMILARITY,
                        TEXT_NORMALIZATION,
                        LANGUAGE_TEXT_NORMALIZATION,
                        PREVIOUS_TEXT,
                        NEXT_TEXT,
                        PRONUNCIATION,
                        INSTANT_CLONE,
                        AUDIO_EFFECTS,
                        LOGGING));
    }

    private static Model speech(
            String name,
            String description,
            int charactersMax,
            String languages,
            Set<AudioFormat> formats,
            boolean styled) {
        var options = EnumSet.copyOf(SPEECH_OPTIONS);
        if (styled) {
            options.add(STYLE);
        }
        options.add(SPEAKER_BOOST);
        return new Model(
                name,
                description,
                Set.of(Kind.SPEECH, Kind.SPEECH_SESSION), // v3 is not spoken over connections.
                Set.of(name),
                new DialogueRules(10, charactersMax, StabilityRule.RANGE),
                formats,
                languages(List.of(languages.split(" "))),
                true,
                options);
    }

    private static Set<LanguageCode> languages(Iterable<String> codes) {
        var known = new LinkedHashSet<LanguageCode>();
        known.add(LanguageCode.AUTO);
        codes.forEach(code -> LanguageCode.parse(code).ifPresent(known::add));
        return known.stream().collect(Collectors.toUnmodifiableSet());
    }
}
