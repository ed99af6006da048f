package dev.parley.rest.elevenlabs;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.audio.Media;
import dev.parley.domain.refusal.Refused;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants the audio as.
 *
 * @param format that Parley makes; the model's usual one where null
 * @param wave whether a RIFF header comes before it, which cannot be written before the length is known
 */
record OutputFormat(@Nullable AudioFormat format, boolean wave) {

    /** The model's usual one. */
    static final OutputFormat AUTO = new OutputFormat(null, false);

    private static final String WAVE = "wav_";

    /** @param streamed whether it is sent while it is made */
    static OutputFormat parse(@Nullable String name, boolean streamed) {
        if (name == null) {
            return new OutputFormat(AudioFormat.DEFAULT, false);
        }
        if (name.startsWith(WAVE) && !streamed) {
            return AudioFormat.parse("pcm_" + name.substring(WAVE.length()))
                    .map(format -> new OutputFormat(format, true))
                    .orElseThrow(() -> unknown(false));
        }
        return AudioFormat.parse(name)
                .map(format -> new OutputFormat(format, false))
                .orElseThrow(() -> unknown(streamed));
    }

    /** The same for music, where the usual one depends on the model. */
    static OutputFormat parseForMusic(@Nullable String name, boolean streamed) {
        return name == null || name.equals("auto") ? AUTO : parse(name, streamed);
    }

    /** By which an order names it. */
    @Nullable
    String name() {
        return format == null ? null : format.toString();
    }

    /** @param made what the task makes */
    String contentType(Media made) {
        if (wave) {
            return "audio/wav";
        }
        return made instanceof AudioFormat audio && audio.codec() == Codec.PCM
                ? "audio/pcm;rate=" + audio.sampleRateHz() + ";channels=1"
                : made.mediaType();
    }

    private static Refused unknown(boolean streamed) {
        return Refused.invalid(
                FieldNames.OUTPUT_FORMAT,
                "must be one of: "
                        + Arrays.stream(AudioFormat.values())
                                .flatMap(format -> names(format, streamed))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static Stream<String> names(AudioFormat format, boolean streamed) {
        var wave = Optional.of(WAVE + format.sampleRateHz()).filter(_ -> format.codec() == Codec.PCM && !streamed);
        return Stream.concat(Stream.of(format.toString()), wave.stream());
    }
}
