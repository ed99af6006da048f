package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Resampler;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text as the built-in voice says it. */
final class Spoken {

    /** Of the built-in voice. */
    static final int RATE_HZ = 16_000;

    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;
    private static final long MILLIS = 1000;

    private final short[] samples;
    private final String text;
    private final List<CharacterTime> times;

    /**
     * At the voice's own rate.
     *
     * @param samples of one channel
     * @param times of the text's characters
     */
    Spoken(String text, short[] samples, List<CharacterTime> times) {
        this.text = text;
        this.samples = samples;
        this.times = times;
    }

    /** Nobody transcodes what goes over a connection: it is made in the format that is asked for. */
    static AudioFormat format(String name) throws ProviderException {
        return AudioFormat.parse(name)
                .filter(format -> StemFile.FORMATS.contains(format) || format == AudioFormat.ULAW_8000)
                .orElseThrow(() -> new ProviderException(new Failure.Rejected(
                        "The sandbox speaks over connections in MP3 from 64 kbit/s, in PCM and in ulaw_8000.")));
    }

    Duration length() {
        return Duration.ofMillis(samples.length * MILLIS / RATE_HZ);
    }

    String base64(AudioFormat format, Resampler resampler) {
        short[] wanted = format.sampleRateHz() == RATE_HZ
                ? samples
                : resampler.resample(samples, RATE_HZ, format.sampleRateHz());
        return Base64.getEncoder().encodeToString(bytes(wanted, format));
    }

    /** When each character is heard, counted from the beginning of this text. */
    Map<String, @Nullable Object> alignment() {
        int[] points = text.codePoints().limit(times.size()).toArray();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("chars", Arrays.stream(points).mapToObj(Character::toString).toList());
        told.put(
                "charStartTimesMs",
                times.stream()
                        .limit(points.length)
                        .map(CharacterTime::startMillis)
                        .toList());
        told.put(
                "charDurationsMs",
                times.stream()
                        .limit(points.length)
                        .map(time -> time.endMillis() - time.startMillis())
                        .toList());
        return told;
    }

    private static byte[] bytes(short[] samples, AudioFormat format) {
        if (format.codec() == Codec.ULAW) {
            byte[] companded = new byte[samples.length];
            for (int i = 0; i < samples.length; i++) {
                companded[i] = companded(samples[i]);
            }
            return companded;
        }
        try (var file = new StemFile(format)) {
            var made = new ByteArrayOutputStream();
            made.writeBytes(file.add(samples));
            made.writeBytes(file.end());
            return made.toByteArray();
        }
    }

    /** G.711. */
    private static byte companded(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int size = Math.min(Math.abs((int) sample), CLIP) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(size) - 7;
        int mantissa = (size >> (exponent + 3)) & 0x0f;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
