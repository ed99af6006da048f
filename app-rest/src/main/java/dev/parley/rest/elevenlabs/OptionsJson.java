package dev.parley.rest.elevenlabs;

import dev.parley.domain.dialogue.AudioEffects;
import dev.parley.domain.dialogue.PronunciationDictionary;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.dialogue.TextNormalization;
import dev.parley.rest.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for beside text, voices and settings. Clients send defaults along with everything else: those ask for nothing,
 * and nobody is warned that a model does not take them.
 */
final class OptionsJson {

    private OptionsJson() {}

    static RenderOptions ofDialogue(JsonFields body, QueryFields query) {
        return options(body, query, "future_text", null);
    }

    static RenderOptions ofSpeech(JsonFields body, QueryFields query) {
        return options(body, query, "next_text", wanted(body.truth("apply_language_text_normalization")));
    }

    private static RenderOptions options(
            JsonFields body, QueryFields query, String nextText, @Nullable Boolean languageNormalization) {
        return new RenderOptions(
                body.longNumber("seed"),
                normalization(body),
                languageNormalization,
                new Surroundings(
                        body.text("previous_text"),
                        body.text(nextText),
                        body.texts("previous_request_ids"),
                        body.texts("next_request_ids")),
                dictionaries(body),
                wanted(body.truth("use_pvc_as_ivc")),
                effects(body.object("audio_effects")),
                Schema.reading("query", () -> unwanted(query.truth("enable_logging"))),
                Schema.reading("query", () -> latency(query.number("optimize_streaming_latency"))),
                null);
    }

    private static @Nullable TextNormalization normalization(JsonFields body) {
        String asked = body.text("apply_text_normalization");
        return switch (asked) {
            case null -> null;
            case "auto" -> null;
            case "on" -> TextNormalization.ON;
            case "off" -> TextNormalization.OFF;
            default -> throw body.refused("apply_text_normalization", "must be one of: auto, on, off.");
        };
    }

    private static List<PronunciationDictionary> dictionaries(JsonFields body) {
        return body.objects("pronunciation_dictionary_locators").stream()
                .map(locator -> new PronunciationDictionary(
                        locator.requiredText("pronunciation_dictionary_id"), locator.text("version_id")))
                .toList();
    }

    private static @Nullable AudioEffects effects(@Nullable JsonFields effects) {
        return effects == null
                ? null
                : new AudioEffects(
                        effects.text("filter_preset_id"),
                        effects.number("distance"),
                        effects.text("environment_id"),
                        effects.text("background_noise_id"),
                        effects.number("send_level"),
                        effects.number("pan"),
                        effects.longNumber("seed"));
    }

    private static @Nullable Boolean wanted(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked) ? asked : null;
    }

    private static @Nullable Boolean unwanted(@Nullable Boolean asked) {
        return Boolean.FALSE.equals(asked) ? asked : null;
    }

    private static @Nullable Integer latency(@Nullable Integer asked) {
        return asked == null || asked == 0 ? null : asked;
    }
}
