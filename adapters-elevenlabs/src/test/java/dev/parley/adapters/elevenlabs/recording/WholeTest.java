package dev.parley.adapters.elevenlabs.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.WholeJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives and transcripts are passed on to the byte, and one that was cut anywhere is broken. */
class WholeTest {

    private static final String ONE =
            "{\"language_code\":\"eng\",\"language_probability\":1,\"text\":\"Hi.\",\"words\":[{\"text\":\"Hi.\"}]}";

    @Test
    void anArchiveIsPassedOn() throws IOException {
        for (String comment : new String[] {"", "by somebody", "PK\5\6".repeat(8000)}) {
            byte[] zip = zip(comment, 100_000);
            assertThat(zip(zip)).isEqualTo(zip);
        }
    }

    @Test
    void aCutArchiveIsBroken() throws IOException {
        byte[] zip = zip("", 60);
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatExceptionOfType(BadAudioException.class)
                    .as("%s bytes", length)
                    .isThrownBy(() -> zip(cut));
        }
    }

    @Test
    void anEmptyArchiveIsNone() {
        byte[] empty = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, empty, 0, 4);
        assertThatExceptionOfType(BadAudioException.class).isThrownBy(() -> zip(empty));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, "{\"transcripts\":[" + ONE + "],\"transcription_id\":\"1\"}", " " + ONE + "\n"})
    void aTranscriptIsPassedOn(String json) throws IOException {
        assertThat(transcript(json)).isEqualTo(json);
    }

    @Test
    void aCutTranscriptIsBroken() {
        for (int length = 0; length < ONE.length(); length++) {
            String cut = ONE.substring(0, length);
            assertThatExceptionOfType(BadAudioException.class).as(cut).isThrownBy(() -> transcript(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "<html>",
                "{\"message\":\"Request accepted.\",\"request_id\":\"abc123\"}",
                "{\"language_code\":\"eng\",\"language_probability\":1,\"text\":\"Hi.\"}",
                "{\"x\":{\"language_code\":\"eng\",\"language_probability\":1,\"text\":\"Hi.\",\"words\":[]}}",
                ONE + ONE,
                ONE + "}"
            })
    void whatIsNoTranscriptIsBroken(String json) {
        assertThatExceptionOfType(BadAudioException.class).isThrownBy(() -> transcript(json));
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        return read(new WholeZip(new ByteArrayInputStream(bytes)));
    }

    private static String transcript(String json) throws IOException {
        return new String(
                read(new WholeJson(new ByteArrayInputStream(json.getBytes(UTF_8)), TranscriptionCall.SHAPES)), UTF_8);
    }

    private static byte[] read(Content content) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var chunk = content.next(); chunk != null; chunk = content.next()) {
            all.writeBytes(chunk.bytes());
        }
        return all.toByteArray();
    }

    private static byte[] zip(String comment, int length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            zip.putNextEntry(new ZipEntry("vocals.mp3"));
            zip.write(new byte[length]);
        }
        return bytes.toByteArray();
    }
}
