package dev.parley.domain.voice;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.util.List;
import java.util.Set;

/**
 * A voice like the one in recordings: JSON in the form of ElevenLabs' answer, with its {@code voice_id} and {@code
 * requires_verification}; told once more as {@link ClonedVoice}.
 *
 * @param withoutNoise whether what is not a voice is taken out first
 */
public record VoiceCloneRequest(
        String model, VoiceProfile profile, List<Upload> samples, boolean withoutNoise, Delivery delivery)
        implements RenderRequest {
    public VoiceCloneRequest {
        samples = List.copyOf(samples);
    }

    @Override
    public Kind kind() {
        return Kind.VOICE_CLONE;
    }

    @Override
    public FileType format() {
        return FileType.JSON;
    }

    @Override
    public int characters() {
        return 0;
    }

    @Override
    public List<Upload> uploads() {
        return samples;
    }

    @Override
    public Set<RenderOption> asked() {
        return withoutNoise ? Set.of(RenderOption.NOISE_REMOVAL) : Set.of();
    }

    @Override
    public VoiceCloneRequest only(Set<RenderOption> taken) {
        return new VoiceCloneRequest(
                model, profile, samples, withoutNoise && taken.contains(RenderOption.NOISE_REMOVAL), delivery);
    }
}
