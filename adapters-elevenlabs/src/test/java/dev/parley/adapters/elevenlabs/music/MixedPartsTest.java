package dev.parley.adapters.elevenlabs.music;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedPartsTest {

    private static final String HEAD = String.join(
            "\r\n",
            "--B",
            "Content-Type: application/json",
            "",
            "{\"a\":1}",
            "--B",
            "Content-Type: audio/mpeg",
            "Content-Disposition: attachment; filename=\"x.mp3\"",
            "",
            "");
    private static final String END = "\r\n--B--\r\n";

    @Test
    void bothPartsAreRead() throws IOException {
        assertThat(read(HEAD + "audio" + END, 100)).isEqualTo("{\"a\":1}|audio");
    }

    /** Whatever pieces it comes in, and whatever looks like a boundary. */
    @Property(tries = 300)
    void everyByteOfTheSongIsHandedOn(@ForAll byte[] song, @ForAll @IntRange(min = 1, max = 9) int piece)
            throws IOException {
        String audio = new String(song, ISO_8859_1) + "\r\n--\r\n--Bx\r\r\n--A" + new String(song, ISO_8859_1);
        assertThat(read(HEAD + audio + END, piece)).isEqualTo("{\"a\":1}|" + audio);
    }

    @Test
    void whateverIsMissingAtTheEndBreaksIt() {
        String whole = HEAD + "audio\r\n--B--";
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatExceptionOfType(BadAudioException.class).as(cut).isThrownBy(() -> read(cut, 100));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIFFaudio\n",
                "--B\r\nContent-Type: audio/mpeg\r\n\r\naudio\r\n--B--\r\n",
                "--B\r\nContent-Type: application/json\r\n\r\n{}\r\n--B--\r\n",
                "--B\r\nContent-Type: application/json\r\n\r\n{}\r\n--B\r\n\r\naudio\r\n--B\r\n\r\nmore\r\n--B--\r\n"
            })
    void whatHasOtherPartsIsNoSong(String body) {
        assertThatExceptionOfType(BadAudioException.class).isThrownBy(() -> read(body, 100));
    }

    @Test
    void headAndDetailsAreBounded() {
        String head = "--B\r\nContent-Type: application/json\r\n\r\n";
        assertThatExceptionOfType(BadAudioException.class).isThrownBy(() -> read("-".repeat(3000), 100));
        assertThatExceptionOfType(BadAudioException.class).isThrownBy(() -> read(head + "x".repeat(3000) + END, 100));
    }

    private static String read(String body, int piece) throws IOException {
        var parts = new MixedParts(dripping(body.getBytes(ISO_8859_1), piece));
        var all = new ByteArrayOutputStream();
        all.writeBytes(parts.first(1000));
        all.write('|');
        for (byte[] next = parts.nextOfLast(); next != null; next = parts.nextOfLast()) {
            all.writeBytes(next);
        }
        return all.toString(ISO_8859_1);
    }

    private static InputStream dripping(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, piece));
            }
        };
    }
}
