package dev.parley.application.submit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import java.util.Comparator;
import java.util.Set;

/** Which of a model's own formats to ask for, so that the wanted one can be made of it with the least loss. */
public final class SourceFormat {

    private SourceFormat() {}

    public static AudioFormat choose(Set<AudioFormat> made, AudioFormat wanted) {
        if (made.contains(wanted)) {
            return wanted;
        }
        return made.stream()
                .min(Comparator.comparing((AudioFormat format) -> format.codec() != Codec.PCM)
                        .thenComparing(format -> format.sampleRateHz() < wanted.sampleRateHz())
                        .thenComparing(format -> Math.abs(format.sampleRateHz() - wanted.sampleRateHz()))
                        .thenComparing(format -> -format.bitrateKbps())
                        .thenComparing(AudioFormat::ordinal))
                .orElseThrow(() -> new IllegalStateException("a model makes at least one format"));
    }
}
