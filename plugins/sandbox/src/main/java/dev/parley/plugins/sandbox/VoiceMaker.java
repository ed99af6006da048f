package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.plugins.sandbox.MadeVoice.Stage;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes voices: built-in ones under ids of their own, chosen by what was said, so that the same sounds the same. */
final class VoiceMaker {

    private static final int PREVIEWS = 3;
    private static final double SECONDS_PER_CHARACTER = 0.06;

    private static final String OWN_WORDS =
            "Good evening. I am a voice that nobody has ever heard before, and I am glad that"
                    + " you have come to listen. Is there anything that you would like to hear?";

    private final BuiltInVoice voice;

    VoiceMaker(BuiltInVoice voice) {
        this.voice = voice;
    }

    AudioStream design(VoiceDesignRequest request, Attempt attempt, TimeLimit time) throws ProviderException {
        var design = request.design();
        String text = design.text() == null ? OWN_WORDS : design.text();
        int first = Fingerprint.choice(design.description() + design.seed(), presets());
        List<String> ids = new ArrayList<>();
        List<Map<String, @Nullable Object>> previews = new ArrayList<>();
        for (int i = 0; i < PREVIEWS; i++) {
            time.check();
            var made = MadeVoice.of(Stage.PREVIEW, (first + i) % presets(), attempt.id() + i);
            ids.add(made.id());
            previews.add(told(made, design, text, request.previewFormat(), attempt));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("previews", previews);
        all.put("text", text);
        return new TextStream(Json.of(all), time, new VoicePreviews(ids));
    }

    AudioStream clone(VoiceCloneRequest request, Attempt attempt, TimeLimit time) throws ProviderException {
        for (var sample : request.samples()) {
            read(attempt, sample);
        }
        String sound = request.samples().getFirst().sha256();
        var made = MadeVoice.of(Stage.CLONED, Fingerprint.choice(sound, presets()), attempt.id());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("voice_id", made.id());
        told.put("requires_verification", false);
        return new TextStream(Json.of(told), time, new ClonedVoice(made.id(), false));
    }

    private Map<String, @Nullable Object> told(
            MadeVoice made, VoiceDesign design, String text, AudioFormat format, Attempt attempt)
            throws ProviderException {
        var audio = design.audible() ? voice.say(text, made, format, attempt) : null;
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("audio_base_64", audio == null ? "" : Base64.getEncoder().encodeToString(audio.bytes()));
        told.put("generated_voice_id", made.id());
        told.put("media_type", format.mediaType());
        told.put("duration_secs", audio == null ? text.length() * SECONDS_PER_CHARACTER : audio.seconds());
        told.put("language", "en");
        return told;
    }

    private int presets() throws ProviderException {
        return Math.min(MadeVoice.PRESETS_MAX, voice.voices().size());
    }

    /** Nothing in it changes the voice, but it must be there. */
    private static void read(Attempt attempt, Upload sample) throws ProviderException {
        try (var content = Recorded.content(attempt.uploads(), sample)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw Recorded.unreadable(e);
        }
    }
}
