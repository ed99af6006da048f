package dev.parley.domain.recording;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recording, spoken by another voice. */
public record VoiceChangeRequest(
        String model,
        Upload audio,
        VoiceRef voice,
        SpeechSettings settings,
        @Nullable Long seed,
        boolean withoutNoise,
        Delivery delivery,
        AudioFormat format)
        implements RecordingRequest {

    @Override
    public Kind kind() {
        return Kind.VOICE_CHANGE;
    }

    @Override
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        asked.addAll(settings.asked());
        if (seed != null) {
            asked.add(RenderOption.SEED);
        }
        if (withoutNoise) {
            asked.add(RenderOption.NOISE_REMOVAL);
        }
        return asked;
    }

    @Override
    public VoiceChangeRequest only(Set<RenderOption> taken) {
        return new VoiceChangeRequest(
                model,
                audio,
                voice,
                settings.only(taken),
                taken.contains(RenderOption.SEED) ? seed : null,
                withoutNoise && taken.contains(RenderOption.NOISE_REMOVAL),
                delivery,
                format);
    }
}
