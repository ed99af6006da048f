package dev.parley.rest.draft;

import dev.parley.application.upload.ReceiveUploads;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.VoiceChangeDraft;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.Upload;
import dev.parley.rest.json.Fields;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What work on a recording is asked for by. */
public final class RecordingFields {

    private static final String FILE_FORMAT = "file_format";
    private static final String VARIATION = "stem_variation_id";

    private RecordingFields() {}

    /** What the file is, where it cannot say itself; else null. */
    public static @Nullable String stated(Fields body) {
        return switch (body.text(FILE_FORMAT)) {
            case null -> null;
            case "other" -> null;
            case "pcm_s16le_16" -> ReceiveUploads.PCM_16000;
            default -> throw body.refused(FILE_FORMAT, "must be one of: pcm_s16le_16, other.");
        };
    }

    public static VoiceChangeDraft voiceChange(Fields body, Upload audio, String voice) {
        var settings = body.object("voice_settings");
        return new VoiceChangeDraft(
                audio,
                voice,
                settings == null
                        ? SpeechSettings.DEFAULT
                        : new SpeechSettings(
                                settings.number("stability"),
                                settings.number("similarity_boost"),
                                settings.number("style"),
                                settings.truth("use_speaker_boost"),
                                settings.number("speed"),
                                LanguageCode.AUTO),
                body.longNumber("seed"),
                Boolean.TRUE.equals(body.truth("remove_background_noise")));
    }

    public static StemsDraft stems(Fields body, Upload audio) {
        String name = body.text(VARIATION);
        var variation = name == null
                ? StemVariation.SIX
                : StemVariation.parse(name)
                        .orElseThrow(() -> body.refused(
                                VARIATION,
                                "must be one of: "
                                        + Arrays.stream(StemVariation.values())
                                                .map(StemVariation::toString)
                                                .collect(Collectors.joining(", "))
                                        + "."));
        return new StemsDraft(audio, variation);
    }
}
