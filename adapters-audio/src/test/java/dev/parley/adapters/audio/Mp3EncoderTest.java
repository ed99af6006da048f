package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class Mp3EncoderTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "MP3.*")
    void everyFrameIsOfTheFormat(AudioFormat format) {
        int rateHz = format.sampleRateHz();
        byte[] mp3 = Coded.encode(Signals.noise(rateHz, rateHz, 3), format, 999);
        int padding = 0;
        List<Mp3Header> headers = headers(mp3);
        for (var header : headers) {
            int exact = header.samples() / 8 * kbps(format) * 1000 / rateHz;
            padding += header.bytes() - exact;
            assertThat(header.bytes()).isBetween(exact, exact + 1);
            assertThat(header.rateHz()).isEqualTo(rateHz);
            assertThat(header.channels()).isEqualTo(1);
        }
        assertThat(padding).isLessThanOrEqualTo(headers.size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "MP3.*")
    void bitrateIsKeptOnAverage(AudioFormat format) {
        int rateHz = format.sampleRateHz();
        byte[] mp3 = Coded.encode(Signals.noise(rateHz, 4 * rateHz, 3), format, 9999);
        double seconds = headers(mp3).stream().mapToInt(Mp3Header::samples).sum() / (double) rateHz;
        assertThat(mp3.length * 8 / seconds / 1000).isBetween(kbps(format) * 0.995, kbps(format) * 1.005);
    }

    @Test
    void thereIsNeitherTagNorXingFrame() {
        byte[] mp3 = Coded.encode(new short[44_100], AudioFormat.MP3_44100_128, 9999);
        assertThat(new String(mp3, StandardCharsets.ISO_8859_1)).doesNotContain("ID3", "TAG", "Xing", "Info");
    }

    @Test
    void bytesComeAsSamplesDo() {
        var encoder = new StandardCodecs().encoder(AudioFormat.MP3_44100_128);
        int quarter = encoder.encode(Signals.noise(44_100, 11_025, 3)).length;
        assertThat(quarter).isGreaterThan(16_000 / 4 / 2);
    }

    @Test
    void rateThatMp3DoesNotHaveIsRefused() {
        assertThatThrownBy(() -> new Mp3Encoder(12_345, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsPrinted() {
        var out = System.out;
        var err = System.err;
        var printed = new ByteArrayOutputStream();
        try (var capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            Coded.encode(Signals.noise(44_100, 44_100, 3), AudioFormat.MP3_44100_32, 999);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** MPEG-1 layer III has no 240. */
    private static int kbps(AudioFormat format) {
        return format == AudioFormat.MP3_48000_240 ? 256 : format.bitrateKbps();
    }

    private static List<Mp3Header> headers(byte[] mp3) {
        List<Mp3Header> headers = new ArrayList<>();
        for (int at = 0; at < mp3.length; at += headers.getLast().bytes()) {
            int bits = (mp3[at] & 0xff) << 24
                    | (mp3[at + 1] & 0xff) << 16
                    | (mp3[at + 2] & 0xff) << 8
                    | (mp3[at + 3] & 0xff);
            headers.add(Objects.requireNonNull(Mp3Header.parse(bits)));
        }
        return headers;
    }
}
