package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.dialogue.AudioEffects;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.PronunciationDictionary;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.TextNormalization;
import dev.parley.domain.dialogue.Turn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON of a request. What was not asked for is not sent. */
final class RequestBody {

    static final double SPEED_MIN = 0.7;
    static final double SPEED_MAX = 1.2;

    /** What comes before and after a dialogue may be told as far as this. */
    private static final int NEIGHBOUR_MAX = 100;

    private RequestBody() {}

    static ObjectNode of(DialogueRequest request) {
        ObjectNode body = Json.object();
        ArrayNode inputs = body.putArray("inputs");
        for (Turn turn : request.dialogue().turns()) {
            inputs.addObject()
                    .put("text", turn.text())
                    .put("voice_id", turn.voice().voice());
        }
        var settings = request.dialogue().settings();
        common(body, request, settings.language());
        ObjectNode told = body.putObject("settings").put("stability", settings.stability());
        put(told, "similarity", settings.similarity());
        var around = request.options().surroundings();
        String before = around.previousText();
        put(body, "previous_text", before == null ? null : last(before));
        String after = around.nextText();
        put(body, "future_text", after == null ? null : first(after));
        return body;
    }

    static ObjectNode of(SpeechRequest request) {
        ObjectNode body = Json.object().put("text", request.turn().text());
        common(body, request, request.settings().language());
        ObjectNode voice = voiceSettings(request.settings());
        if (!voice.isEmpty()) {
            body.set("voice_settings", voice);
        }
        put(body, "apply_language_text_normalization", request.options().languageNormalization());
        var around = request.options().surroundings();
        if (!request.model().equals(Models.V3)) { // Of speech it refuses these, of dialogue it takes them.
            put(body, "previous_text", around.previousText());
            put(body, "next_text", around.nextText());
        }
        return body;
    }

    private static void common(ObjectNode body, SpokenRequest request, LanguageCode language) {
        body.put("model_id", request.model());
        if (!language.equals(LanguageCode.AUTO) && Models.takesALanguage(request.model())) {
            body.put("language_code", language.code());
        }
        RenderOptions options = request.options();
        put(body, "seed", options.seed());
        TextNormalization normalization = options.normalization();
        put(
                body,
                "apply_text_normalization",
                normalization == null ? null : normalization.name().toLowerCase(Locale.ROOT));
        put(body, "use_pvc_as_ivc", options.instantClone());
        putDictionaries(body, options.dictionaries());
        putIds(body, "previous_request_ids", options.surroundings().previousRequests());
        putIds(body, "next_request_ids", options.surroundings().nextRequests());
        AudioEffects effects = options.effects();
        if (effects != null) {
            put(body.putObject("audio_effects"), effects);
        }
    }

    private static ObjectNode voiceSettings(SpeechSettings settings) {
        ObjectNode voice = Json.object();
        put(voice, "stability", settings.stability());
        put(voice, "similarity_boost", settings.similarity());
        put(voice, "style", settings.style());
        put(voice, "use_speaker_boost", settings.speakerBoost());
        Double speed = settings.speed();
        put(voice, "speed", speed == null ? null : Double.valueOf(Math.clamp(speed, SPEED_MIN, SPEED_MAX)));
        return voice;
    }

    private static void putDictionaries(ObjectNode body, List<PronunciationDictionary> dictionaries) {
        if (!dictionaries.isEmpty()) {
            ArrayNode locators = body.putArray("pronunciation_dictionary_locators");
            for (PronunciationDictionary dictionary : dictionaries) {
                ObjectNode locator = locators.addObject().put("pronunciation_dictionary_id", dictionary.id());
                put(locator, "version_id", dictionary.version());
            }
        }
    }

    private static void put(ObjectNode into, AudioEffects effects) {
        put(into, "filter_preset_id", effects.filterPreset());
        put(into, "distance", effects.distance());
        put(into, "environment_id", effects.environment());
        put(into, "background_noise_id", effects.backgroundNoise());
        put(into, "send_level", effects.sendLevel());
        put(into, "pan", effects.pan());
        put(into, "seed", effects.seed());
    }

    private static void putIds(ObjectNode body, String field, List<String> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(body.putArray(field)::add);
        }
    }

    private static void put(ObjectNode into, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> into.put(field, text);
            case Long number -> into.put(field, number);
            case Double number -> into.put(field, number);
            case Boolean flag -> into.put(field, flag);
            default -> throw new IllegalArgumentException(field);
        }
    }

    private static String first(String text) {
        int count = Math.min(NEIGHBOUR_MAX, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, count));
    }

    private static String last(String text) {
        int count = Math.min(NEIGHBOUR_MAX, text.codePointCount(0, text.length()));
        return text.substring(text.offsetByCodePoints(text.length(), -count));
    }
}
