package dev.parley.domain.voice;

import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Draft;
import java.util.List;

/**
 * A voice that is to be like the one in these recordings: nothing checked yet but the recordings.
 *
 * @param withoutNoise whether what is not a voice is taken out first
 */
public record VoiceCloneDraft(VoiceProfile profile, List<Upload> samples, boolean withoutNoise) implements Draft {
    public VoiceCloneDraft {
        samples = List.copyOf(samples);
    }
}
