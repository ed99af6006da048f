package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Mp3DecoderTest {

    private static final AudioFormat FORMAT = AudioFormat.MP3_44100_128;
    private static final byte[] MP3 = Coded.encode(Signals.noise(44_100, 10_000, 3), FORMAT, 10_000);

    @Test
    void tagsAreSkipped() throws IOException {
        byte[] id3 = Arrays.copyOf(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 3}, 10 + 2 * 128 + 3);
        Arrays.fill(id3, 10, id3.length, (byte) 0xff);
        byte[] id3v1 = Arrays.copyOf("TAG".getBytes(StandardCharsets.US_ASCII), 128);
        assertThat(decode(Coded.join(id3, MP3, id3v1))).isEqualTo(decode(MP3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xing", "Info"})
    void xingFrameIsSkipped(String tag) throws IOException {
        byte[] frame = silentFrame(0xc0);
        System.arraycopy(tag.getBytes(StandardCharsets.US_ASCII), 0, frame, 21, 4);
        assertThat(decode(Coded.join(frame, MP3))).isEqualTo(decode(MP3));
    }

    @Test
    void tagsInTheMiddleAreSkipped() throws IOException {
        byte[] id3 = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0};
        assertThat(decode(Coded.join(MP3, id3, MP3))).hasSize(2 * decode(MP3).length);
    }

    @Test
    void twoChannelsBecomeOne() throws IOException {
        assertThat(decode(Coded.join(silentFrame(0), silentFrame(0)))).isEqualTo(new short[2 * 1152]);
    }

    @Test
    void framesThatLeanOnMissingOnesKeepTheirTime() throws IOException {
        int first = 417;
        assertThat(decode(Arrays.copyOfRange(MP3, first, MP3.length))).hasSize(decode(MP3).length - 1152);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200, 416})
    void audioThatBreaksOffIsRefused(int missing) {
        byte[] cut = Arrays.copyOf(MP3, MP3.length - missing);
        assertThatThrownBy(() -> decode(cut)).isInstanceOf(IOException.class).hasMessageContaining("breaks off");
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> decode(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void otherSampleRateIsConverted() throws IOException {
        short[] heard = decode(MP3);
        var converter = new RateConverter(44_100, 24_000);
        short[] converted = Signals.join(List.of(converter.push(heard), converter.finish()));
        assertThat(Coded.decode(MP3, AudioFormat.MP3_24000_48, 333)).isEqualTo(converted);
    }

    @Test
    void sampleRateThatChangesIsRefused() {
        byte[] other = Coded.encode(Signals.noise(24_000, 10_000, 3), AudioFormat.MP3_24000_48, 10_000);
        assertThatThrownBy(() -> decode(Coded.join(MP3, other)))
                .isInstanceOf(IOException.class)
                .hasMessage("the audio changes from 44100 to 24000 Hz");
    }

    @Test
    void messageForTheWrongPlaceNamesIt() {
        byte[] json = "{\"detail\":\"quota exceeded\"}".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> decode(json)).hasMessage("byte 0 does not begin a frame of MPEG layer III");
    }

    private static short[] decode(byte[] bytes) throws IOException {
        return Coded.decode(bytes, FORMAT, 333);
    }

    /** Of 44,100 Hz and 32 kbit/s. */
    private static byte[] silentFrame(int mode) {
        return Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, 0x10, (byte) mode}, 104);
    }
}
