package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.ports.audio.Loudness.Meter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoudnessTest {

    /** The standard: a sine of 997 Hz at full scale in one channel is -3.01 LUFS. */
    @ParameterizedTest
    @ValueSource(ints = {8000, 16000, 22050, 24000, 44100, 48000})
    void sineIsAsLoudAsTheStandardSays(int rateHz) {
        assertThat(lufs(rateHz, sine(rateHz, 997, -23, 20))).isCloseTo(-26.01, within(0.1));
    }

    @Test
    void halfTheAmplitudeIsSixDecibelsLess() {
        double full = lufs(48000, sine(48000, 997, -20, 5));
        assertThat(lufs(48000, sine(48000, 997, -26.02, 5))).isCloseTo(full - 6.02, within(0.02));
    }

    @Test
    void silenceDoesNotCount() {
        short[] speech = sine(48000, 997, -23, 5);
        short[] withPause = Arrays.copyOf(speech, speech.length + 48000 * 10);
        assertThat(lufs(48000, withPause)).isCloseTo(lufs(48000, speech), within(0.3));
    }

    /** EBU Tech 3341, test case 3: what is far below the rest is not heard as part of it. */
    @Test
    void quietPassagesAreGated() {
        double loud = lufs(48000, sine(48000, 997, -23, 60));
        assertThat(lufs(48000, sine(48000, 997, -36, 10), sine(48000, 997, -23, 60), sine(48000, 997, -36, 10)))
                .isCloseTo(loud, within(0.1));
    }

    @Test
    void howTheAudioIsCutHasNoSay() {
        short[] sound = sine(16000, 440, -18, 3);
        var meter = new Bs1770().meter(16000);
        for (int at = 0; at < sound.length; at += 777) {
            meter.add(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 777)));
        }
        assertThat(meter.lufs()).hasValue(lufs(16000, sound));
    }

    @Test
    void tooShortAndTooQuietHaveNoLoudness() {
        assertThat(meter(48000, sine(48000, 997, -23, 0.39)).lufs()).isEmpty();
        assertThat(meter(48000, new short[48000]).lufs()).isEmpty();
    }

    @Test
    void ffmpegMeasuresTheSame(@TempDir Path directory) throws Exception {
        short[] noise = bursts(24000, 12);
        Path pcm = directory.resolve("noise.pcm");
        var bytes = ByteBuffer.allocate(2 * noise.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(noise);
        Files.write(pcm, bytes.array());
        assertThat(lufs(24000, noise)).isCloseTo(ffmpegLufs(pcm, 24000), within(0.15));
    }

    private static double ffmpegLufs(Path pcm, int rateHz) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(
                            "ffmpeg",
                            "-hide_banner",
                            "-nostats",
                            "-f",
                            "s16le",
                            "-ar",
                            String.valueOf(rateHz),
                            "-ac",
                            "1",
                            "-i",
                            pcm.toString(),
                            "-filter_complex",
                            "ebur128",
                            "-f",
                            "null",
                            "-")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: there is no ffmpeg to compare with: " + e.getMessage());
            throw e;
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        var summary =
                Pattern.compile("I:\\s+(-?[0-9.]+) LUFS").matcher(printed.substring(printed.lastIndexOf("Summary")));
        assertThat(summary.find()).as(printed).isTrue();
        return Double.parseDouble(summary.group(1));
    }

    private static double lufs(int rateHz, short[]... parts) {
        return meter(rateHz, parts).lufs().orElseThrow();
    }

    private static Meter meter(int rateHz, short[]... parts) {
        var meter = new Bs1770().meter(rateHz);
        for (short[] part : parts) {
            meter.add(part);
        }
        return meter;
    }

    private static short[] sine(int rateHz, int pitchHz, double dbfs, double seconds) {
        short[] samples = new short[(int) (rateHz * seconds)];
        double amplitude = 32768 * Math.pow(10, dbfs / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * pitchHz * i / rateHz));
        }
        return samples;
    }

    /** Noise that comes and goes, as speech does. */
    private static short[] bursts(int rateHz, int seconds) {
        var random = new Random(7);
        short[] samples = new short[rateHz * seconds];
        for (int i = 0; i < samples.length; i++) {
            double loudness = 0.5 + 0.5 * Math.sin(2 * Math.PI * 0.7 * i / rateHz);
            samples[i] = (short) (3000 * loudness * loudness * random.nextGaussian());
        }
        return samples;
    }
}
