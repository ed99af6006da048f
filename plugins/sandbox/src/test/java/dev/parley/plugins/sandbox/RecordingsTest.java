package dev.parley.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.ProviderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is made of a recording is derived from it, and as long. */
class RecordingsTest {

    private static final int BYTES = 2 * 16 * (int) Asked.LENGTH.toMillis();

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 16", "2, 8", "2, 16"})
    void changedVoiceIsAsLongAsTheRecording(int channels, int bits) throws ProviderException {
        byte[] wave = Asked.wave(channels, bits, "");
        byte[] heard = Asked.heard(Asked.change(wave, "audio/wav", "Adam"), wave);
        assertThat(heard).hasSize(BYTES);
        assertThat(loudest(heard, BYTES - 4000, BYTES)).isGreaterThan(4000);
    }

    @Test
    void rawSamplesAreARecordingToo() throws ProviderException {
        byte[] raw = new byte[BYTES];
        raw[BYTES / 2 + 1] = 100;
        byte[] heard = Asked.heard(Asked.change(raw, "audio/pcm;rate=16000", "Adam"), raw);
        assertThat(loudest(heard, 0, BYTES / 2)).isZero();
        assertThat(loudest(heard, BYTES / 2, BYTES)).isPositive();
    }

    @Test
    void whatWouldHaveToBeDecodedIsTonesOfItsLength() throws ProviderException {
        byte[] unknown = new byte[5000];
        byte[] heard = Asked.heard(Asked.change(unknown, "audio/mpeg", "Adam"), unknown);
        assertThat(heard).hasSize(BYTES);
        assertThat(loudest(heard, BYTES / 2, BYTES)).isGreaterThan(1000);
    }

    @Test
    void voicesChangeDifferently() throws ProviderException {
        byte[] wave = Asked.wave(1, 16, "");
        assertThat(Asked.heard(Asked.change(wave, "audio/wav", "Adam"), wave))
                .isNotEqualTo(Asked.heard(Asked.change(wave, "audio/wav", "Bella"), wave));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"PCM_16000", "PCM_44100", "MP3_44100_128", "MP3_48000_320"})
    void stemsAreDifferentAndAsLongAsTheRecording(AudioFormat format) throws Exception {
        byte[] wave = Asked.wave(2, 16, "");
        var files = files(Asked.heard(Asked.stems(wave, format), wave));
        String kind = "." + format.fileExtension();
        assertThat(files.keySet()).containsExactly("vocals" + kind, "instrumental" + kind);
        assertThat(files.values()).doesNotHaveDuplicates();
        for (byte[] file : files.values()) {
            var decoder = new StandardCodecs().decoder(format);
            int samples = decoder.decode(file).length + decoder.finish().length;
            long millis = samples * 1000L / format.sampleRateHz();
            assertThat(millis).isBetween(Asked.LENGTH.toMillis(), Asked.LENGTH.toMillis() + 100);
        }
    }

    @Test
    void soundIsAsLongAsAskedElseTwoSeconds() throws ProviderException {
        assertThat(Asked.heard(Asked.sound("Rain", Duration.ofMillis(700), false)))
                .hasSize(2 * 30_870);
        assertThat(Asked.heard(Asked.sound("Rain", null, true))).hasSize(4 * 44_100);
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static int loudest(byte[] pcm, int from, int to) {
        int loudest = 0;
        for (int i = from; i < to; i += 2) {
            loudest = Math.max(loudest, Math.abs((pcm[i + 1] << 8) | (pcm[i] & 0xff)));
        }
        return loudest;
    }
}
