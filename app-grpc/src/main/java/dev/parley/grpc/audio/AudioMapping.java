package dev.parley.grpc.audio;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.domain.sound.SoundDraft;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceDesignDraft;
import dev.parley.v1.CreateAudioTaskRequest;
import dev.parley.v1.EstimateAudioRequest;
import dev.parley.v1.MusicInput;
import dev.parley.v1.PlanMusicRequest;
import dev.parley.v1.SoundInput;
import dev.parley.v1.StreamAudioRequest;
import dev.parley.v1.VoiceDesignInput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Orders for music and sounds from the proto. */
final class AudioMapping {

    static final Delivery LISTENING = new Delivery(true, false);
    static final String MUSIC = "music";
    static final String SOUND = "sound";
    static final String VOICE_DESIGN = "voice_design";

    private AudioMapping() {}

    /**
     * An order, read.
     *
     * @param input name of the field that it came in
     */
    record Read(String input, Order order) {}

    static Read order(EstimateAudioRequest request) {
        return switch (request.getInputCase()) {
            case MUSIC -> order(request.getModel(), request.getMusic(), Delivery.WHOLE, null);
            case SOUND -> order(request.getModel(), request.getSound(), Delivery.WHOLE, null);
            case VOICE_DESIGN -> order(request.getModel(), request.getVoiceDesign(), Delivery.WHOLE, null);
            case INPUT_NOT_SET -> throw nothingAsked();
        };
    }

    static Read order(StreamAudioRequest request) {
        return switch (request.getInputCase()) {
            case MUSIC -> order(request.getModel(), request.getMusic(), LISTENING, null);
            case SOUND -> order(request.getModel(), request.getSound(), LISTENING, null);
            case VOICE_DESIGN -> order(request.getModel(), request.getVoiceDesign(), LISTENING, null);
            case INPUT_NOT_SET -> throw nothingAsked();
        };
    }

    static Read order(CreateAudioTaskRequest request) {
        var callback = callback(request.getCallbackUrl());
        return switch (request.getInputCase()) {
            case MUSIC -> order(request.getModel(), request.getMusic(), Delivery.WHOLE, callback);
            case SOUND -> order(request.getModel(), request.getSound(), Delivery.WHOLE, callback);
            case VOICE_DESIGN -> order(request.getModel(), request.getVoiceDesign(), Delivery.WHOLE, callback);
            case INPUT_NOT_SET -> throw nothingAsked();
        };
    }

    static Order order(PlanMusicRequest request) {
        var draft = new PlanDraft(
                request.getPrompt(),
                length(request.getLengthMillis()),
                request.hasSource() ? PlanMapping.plan(request.getSource()) : null);
        return new Order(present(request.getModel()), draft, null, null);
    }

    static @Nullable CallbackDraft callback(String url) {
        return url.isEmpty() ? null : new CallbackDraft(url, TaskShape.NATIVE, false);
    }

    /** Proto has no absent strings. */
    static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Read order(String model, MusicInput music, Delivery delivery, @Nullable CallbackDraft callback) {
        var draft = new MusicDraft(
                present(music.getPrompt()),
                music.hasPlan() ? FieldNames.naming(MUSIC, () -> PlanMapping.plan(music.getPlan())) : null,
                length(music.getLengthMillis()),
                new MusicOptions(
                        music.hasSeed() ? music.getSeed() : null,
                        music.getInstrumental(),
                        music.hasRespectSectionDurations() ? music.getRespectSectionDurations() : null,
                        music.getKeep(),
                        music.getWordTimes(),
                        null,
                        false));
        return new Read(MUSIC, order(model, draft, delivery, music.getOutputFormat(), callback));
    }

    private static Read order(String model, SoundInput sound, Delivery delivery, @Nullable CallbackDraft callback) {
        var draft = new SoundDraft(
                sound.getText(),
                sound.getLoop(),
                sound.hasLengthSeconds() ? sound.getLengthSeconds() : null,
                sound.hasPromptInfluence() ? sound.getPromptInfluence() : null);
        return new Read(SOUND, order(model, draft, delivery, sound.getOutputFormat(), callback));
    }

    private static Read order(
            String model, VoiceDesignInput input, Delivery delivery, @Nullable CallbackDraft callback) {
        var design = new VoiceDesign(
                input.getDescription(),
                present(input.getText()),
                input.hasLoudness() ? input.getLoudness() : null,
                input.hasQuality() ? input.getQuality() : null,
                input.hasGuidanceScale() ? input.getGuidanceScale() : null,
                input.hasSeed() ? input.getSeed() : null,
                input.getEnhance(),
                !input.getIdsOnly());
        return new Read(
                VOICE_DESIGN, order(model, new VoiceDesignDraft(design), delivery, input.getOutputFormat(), callback));
    }

    static Order order(String model, Draft draft, Delivery delivery, String format, @Nullable CallbackDraft callback) {
        return new Order(present(model), draft, RenderOptions.NONE, delivery, present(format), callback);
    }

    private static @Nullable Duration length(int millis) {
        return millis == 0 ? null : Duration.ofMillis(millis);
    }

    private static Refused nothingAsked() {
        return Refused.invalid(MUSIC, "is required, or a sound, or a voice_design.");
    }
}
