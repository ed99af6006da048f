package dev.parley.grpc.audio;

import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.RecordingDraft.VoiceChangeDraft;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.v1.DubbingInput;
import dev.parley.v1.RecordingHeader;
import dev.parley.v1.StemsInput;
import dev.parley.v1.TranscriptionInput;
import dev.parley.v1.VoiceChangeInput;
import dev.parley.v1.VoiceCloneInput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Orders for work on recordings from the proto. */
final class RecordingMapping {

    private RecordingMapping() {}

    /** Name of the field that the wish came in. */
    static String input(RecordingHeader header) {
        return switch (header.getInputCase()) {
            case VOICE_CHANGE -> "voice_change";
            case STEMS -> "stems";
            case TRANSCRIPTION -> "transcription";
            case DUBBING -> "dubbing";
            case VOICE_CLONE -> "voice_clone";
            case INPUT_NOT_SET ->
                throw Refused.invalid("voice_change", "is required, or stems, transcription, dubbing or voice_clone.");
        };
    }

    static Order order(RecordingHeader header, Upload audio, Delivery delivery) {
        var callback = AudioMapping.callback(header.getCallbackUrl());
        return AudioMapping.order(header.getModel(), draft(header, audio), delivery, format(header), callback);
    }

    private static Draft draft(RecordingHeader header, Upload audio) {
        return switch (header.getInputCase()) {
            case VOICE_CHANGE -> voiceChange(header.getVoiceChange(), audio);
            case STEMS -> new StemsDraft(audio, variation(header.getStems()));
            case DUBBING -> new DubbingDraft(audio, dubbing(header.getDubbing()));
            case TRANSCRIPTION -> new TranscriptionDraft(audio, settings(header.getTranscription()));
            case VOICE_CLONE -> voiceClone(header.getVoiceClone(), audio);
            case INPUT_NOT_SET -> throw new IllegalStateException("a header without a wish was refused");
        };
    }

    private static String format(RecordingHeader header) {
        return switch (header.getInputCase()) {
            case VOICE_CHANGE -> header.getVoiceChange().getOutputFormat();
            case STEMS -> header.getStems().getOutputFormat();
            case DUBBING -> header.getDubbing().getOutputFormat();
            case TRANSCRIPTION, VOICE_CLONE, INPUT_NOT_SET -> "";
        };
    }

    private static VoiceChangeDraft voiceChange(VoiceChangeInput input, Upload audio) {
        var settings = new SpeechSettings(
                input.hasStability() ? input.getStability() : null,
                input.hasSimilarity() ? input.getSimilarity() : null,
                input.hasStyle() ? input.getStyle() : null,
                null,
                null,
                LanguageCode.AUTO);
        return new VoiceChangeDraft(
                audio,
                input.getVoice(),
                settings,
                input.hasSeed() ? input.getSeed() : null,
                input.getRemoveBackgroundNoise());
    }

    private static VoiceCloneDraft voiceClone(VoiceCloneInput input, Upload audio) {
        var profile = new VoiceProfile(input.getName(), input.getDescription(), input.getLabelsMap());
        return new VoiceCloneDraft(profile, List.of(audio), input.getRemoveBackgroundNoise());
    }

    private static StemVariation variation(StemsInput input) {
        return input.getVariation().isEmpty()
                ? StemVariation.SIX
                : StemVariation.parse(input.getVariation())
                        .orElseThrow(() -> Refused.invalid(
                                "variation", "must be " + StemVariation.TWO + " or " + StemVariation.SIX + "."));
    }

    private static DubbingSettings dubbing(DubbingInput input) {
        return new DubbingSettings(
                input.getTargetLang(),
                new DubbingSettings.Speakers(
                        AudioMapping.present(input.getSourceLang()),
                        input.getNumSpeakers() == 0 ? null : input.getNumSpeakers(),
                        AudioMapping.present(input.getTargetAccent())),
                new DubbingSettings.Part(
                        input.hasStartTime() ? Duration.ofSeconds(input.getStartTime()) : null,
                        input.hasEndTime() ? Duration.ofSeconds(input.getEndTime()) : null),
                new DubbingSettings.Sound(input.getDropBackgroundAudio(), input.getUseProfanityFilter()),
                new DubbingSettings.Picture(input.getWatermark(), input.getHighestResolution()),
                AudioMapping.present(input.getName()));
    }

    private static TranscriptionSettings settings(TranscriptionInput input) {
        return new TranscriptionSettings(
                AudioMapping.present(input.getLanguageCode()),
                input.hasTagAudioEvents() ? input.getTagAudioEvents() : null,
                granularity(input.getTimestamps()),
                new Speakers(input.hasSpeakers() ? input.getSpeakers() : null, input.getDiarize(), null, false),
                Entities.NONE,
                Channels.ONE,
                input.getKeytermsList(),
                input.getNoVerbatim(),
                null,
                null,
                List.of());
    }

    private static Granularity granularity(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "word" -> Granularity.WORD;
            case "none" -> Granularity.NONE;
            case "character" -> Granularity.CHARACTER;
            default -> throw Refused.invalid("timestamps", "must be none, word or character.");
        };
    }
}
