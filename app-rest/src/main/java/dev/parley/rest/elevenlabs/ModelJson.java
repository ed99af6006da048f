package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRules;
import java.util.List;
import java.util.Locale;

/** A model. Whether it is made for dialogues or for one voice, it can be asked for either. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ModelJson(
        String modelId,
        String name,
        String description,
        boolean canBeFinetuned,
        boolean canDoTextToSpeech,
        boolean canDoVoiceConversion,
        boolean canUseStyle,
        boolean canUseSpeakerBoost,
        boolean servesProVoices,
        double tokenCostFactor,
        boolean requiresAlphaAccess,
        int maxCharactersRequestFreeUser,
        int maxCharactersRequestSubscribedUser,
        int maximumTextLengthPerRequest,
        List<LanguageJson> languages,
        RatesJson modelRates,
        String concurrencyGroup) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LanguageJson(String languageId, String name) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RatesJson(double characterCostMultiplier) {}

    /** @param cost of a character, as a multiple of what one of the usual model costs */
    static ModelJson of(PublicModel model, double cost) {
        var options = model.serving().options();
        int characters = charactersMax(model.rules());
        boolean speaks = model.rules() instanceof DialogueRules;
        return new ModelJson(
                model.name(),
                model.name(),
                model.description(),
                false,
                speaks,
                model.kinds().contains(Kind.VOICE_CHANGE),
                options.contains(RenderOption.STYLE),
                options.contains(RenderOption.SPEAKER_BOOST),
                false,
                cost,
                false,
                characters,
                characters,
                characters,
                model.serving().languages().stream()
                        .map(LanguageCode::code)
                        .sorted()
                        .map(code -> new LanguageJson(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH)))
                        .toList(),
                new RatesJson(cost),
                "standard");
    }

    /** Of what takes no text, none. */
    private static int charactersMax(ModelRules rules) {
        return switch (rules) {
            case DialogueRules spoken -> spoken.charactersMax();
            case MusicRules music -> music.charactersMax();
            case SoundRules sound -> sound.charactersMax();
            case VoiceDesignRules design -> design.charactersMax();
            case RecordingRules _, VoiceCloneRules _, SessionRules _ -> 0;
        };
    }
}
