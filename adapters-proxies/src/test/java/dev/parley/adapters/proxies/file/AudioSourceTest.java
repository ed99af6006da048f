package dev.parley.adapters.proxies.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.adapters.proxies.upstream.FakeFile;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AudioSourceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(names = "MP3_.*", mode = EnumSource.Mode.MATCH_ALL)
    void mp3IsHandedOnAsItIsAndNamedAsItIs(AudioFormat format) throws IOException {
        byte[] mp3 = TestAudio.tone(format, SECOND);
        var source = source(mp3);
        assertThat(source.format()).isEqualTo(format);
        assertThat(all(source)).isEqualTo(mp3);
    }

    @Test
    void tagBeforeTheMusicIsLeftOut() throws IOException {
        byte[] mp3 = TestAudio.tone(AudioFormat.MP3_44100_128, SECOND);
        byte[] tag = Arrays.copyOf(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 2, 0, 0}, 10 + (2 << 14));
        Arrays.fill(tag, 10, tag.length, (byte) 0xFF);
        assertThat(all(source(joined(tag, mp3)))).isEqualTo(mp3);
    }

    @Test
    void opusIsHandedOnAsItIs() throws IOException {
        byte[] opus = TestAudio.tone(AudioFormat.OPUS_48000_64, SECOND);
        var source = source(opus);
        assertThat(source.format()).isEqualTo(AudioFormat.OPUS_48000_64);
        assertThat(all(source)).isEqualTo(opus);
    }

    @ParameterizedTest
    @CsvSource({
        "8000, pcm_8000",
        "11025, pcm_16000",
        "16000, pcm_16000",
        "22050, pcm_22050",
        "24000, pcm_24000",
        "32000, pcm_32000",
        "37800, pcm_44100",
        "44100, pcm_44100",
        "48000, pcm_48000",
        "96000, pcm_48000",
        "192000, pcm_48000"
    })
    void wavBecomesSamplesAtARateOfOurs(int rateHz, String format) throws IOException {
        short[] sine = sine(rateHz, 2 * rateHz);
        var source = source(FakeFile.wav(rateHz, 1, 16, bytes(sine)));
        var told = AudioFormat.parse(format).orElseThrow();
        assertThat(source.format()).isEqualTo(told);
        short[] whole = new StandardCodecs().resampler().resample(sine, rateHz, told.sampleRateHz());
        assertThat(samples(all(source))).isEqualTo(rateHz == told.sampleRateHz() ? sine : whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void everyDepthBecomesSixteenBits(int bits) throws IOException {
        short[] sine = sine(16_000, 500);
        short[] heard = samples(all(source(FakeFile.wav(16_000, 1, bits, deep(sine, bits)))));
        assertThat(heard).hasSameSizeAs(sine);
        for (int i = 0; i < sine.length; i++) {
            assertThat(Math.abs(heard[i] - sine[i])).isLessThanOrEqualTo(bits == 8 ? 256 : 1);
        }
    }

    @Test
    void twoChannelsBecomeTheirMean() throws IOException {
        byte[] stereo = bytes(new short[] {100, 300, -5, -7, 32_767, 32_767});
        assertThat(samples(all(source(FakeFile.wav(16_000, 2, 16, stereo))))).containsExactly(200, -6, 32_767);
    }

    @Test
    void otherChunksAreSkipped() throws IOException {
        byte[] wav = FakeFile.wav(16_000, 1, 16, bytes(new short[] {1, 2, 3}));
        byte[] list = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0};
        byte[] file =
                joined(joined(Arrays.copyOf(wav, 36), list), joined(Arrays.copyOfRange(wav, 36, wav.length), list));
        assertThat(samples(all(source(file)))).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void wavThatWasWrittenAsItFlowedEndsWithItsFile(int length) throws IOException {
        byte[] wav = FakeFile.wav(16_000, 1, 16, bytes(new short[] {1, 2, 3}));
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, length);
        assertThat(samples(all(source(wav)))).containsExactly(1, 2, 3);
    }

    @Test
    void wavThatIsCutIsNoQuietEnd() {
        byte[] wav = FakeFile.wav(16_000, 1, 16, bytes(new short[1_000]));
        assertThatExceptionOfType(UnfitFileException.class)
                .isThrownBy(() -> all(source(Arrays.copyOf(wav, wav.length - 100))))
                .withMessage("ends before its last sample");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html></html>",
                "{\"error\":\"expired\"}",
                "",
                "ID3",
                "RIFF1234WAVE",
                "RIFF1234AVI LIST",
                "OggS______________________vorbis__________",
                "\u00ff\u00fb",
                "just words, and more of them than a head has"
            })
    void whatIsNoAudioIsRefused(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        assertThatExceptionOfType(UnfitFileException.class).isThrownBy(() -> source(bytes));
    }

    @Test
    void twoBytesThatLookLikeAFrameAreNoMp3() {
        byte[] noise = joined(
                new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0},
                "x".repeat(1_000).getBytes(UTF_8));
        assertThatExceptionOfType(UnfitFileException.class).isThrownBy(() -> source(noise));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 16", "1, 0, 16", "1, 9, 16", "1, 1, 12", "3, 1, 16"})
    void wavOfAnUnknownKindIsRefused(int kind, int channels, int bits) {
        byte[] wav = FakeFile.wav(16_000, 1, 16, new byte[100]);
        ByteBuffer.wrap(wav)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(20, (short) kind)
                .putShort(22, (short) channels)
                .putShort(34, (short) bits);
        assertThatExceptionOfType(UnfitFileException.class).isThrownBy(() -> source(wav));
    }

    private static AudioSource source(byte[] file) throws IOException {
        return AudioSource.of(
                new ByteArrayInputStream(file), AudioFormat.MP3_44100_128, new StandardCodecs().resampler());
    }

    private static byte[] all(AudioSource source) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (byte[] piece = source.next(); piece != null; piece = source.next()) {
            assertThat(piece).isNotEmpty().hasSizeLessThan(1 << 20);
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    private static short[] sine(int rateHz, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (12_000 * Math.sin(2 * Math.PI * 440 * i / rateHz));
        }
        return samples;
    }

    private static byte[] deep(short[] samples, int bits) {
        var bytes = ByteBuffer.allocate(samples.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : samples) {
            switch (bits) {
                case 8 -> bytes.put((byte) ((sample >> 8) + 128));
                case 16 -> bytes.putShort(sample);
                case 24 -> bytes.put((byte) 0).putShort(sample);
                default -> bytes.putInt(sample << 16);
            }
        }
        return bytes.array();
    }

    private static byte[] bytes(short[] samples) {
        return deep(samples, 16);
    }

    private static short[] samples(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
