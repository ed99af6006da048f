package dev.parley.adapters.elevenlabs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of any size and shape, read as it comes. */
class TimedSourceTest {

    private static final String LINE = """
        {"audio_base64":"AQID","alignment":{"characters":["a","\\"}"],"character_start_times_seconds":[0,1.5],\
        "character_end_times_seconds":[1.5,2e0]},"normalized_alignment":null,"voice_segments":[],"more":[1,{"x":"]"}]}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\n%s\n",
                "%s\n%s",
                "%s%s",
                "\r\n\n%s\r\n\r\n%s\r\n",
                "data: %s\n\ndata: %s\n\n",
                "data:%s\ndata:%s"
            })
    void objectsFollowEachOtherHoweverTheyAreSetApart(String frame) throws IOException {
        var source = source(frame.formatted(LINE, LINE), true);
        for (int i = 0; i < 2; i++) {
            Piece piece = Objects.requireNonNull(source.next());
            assertThat(piece.audio()).containsExactly(1, 2, 3);
            assertThat(piece.timing()).isNotNull();
        }
        assertThat(source.next()).isNull();
    }

    @Test
    void orderAndSpaceDoNotMatter() throws IOException {
        var piece = Objects.requireNonNull(source("{ \"alignment\" : null ,\n \"audio_base64\" :\t\"AQ==\" }", false)
                .next());
        assertThat(piece.audio()).containsExactly(1);
    }

    @Test
    void slashesMayBeEscaped() throws IOException {
        var piece = Objects.requireNonNull(
                source("{\"audio_base64\":\"\\/\\/8=\"}", false).next());
        assertThat(piece.audio()).containsExactly(0xFF, 0xFF);
    }

    @Test
    void noCutInsideAnObjectIsACleanEnd() {
        for (int length = 1; length < LINE.length(); length++) {
            var source = source(LINE.substring(0, length), true);
            assertThatThrownBy(() -> readAll(source)).as("cut after %d", length).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "{\"audio_base64\":\"AQI\"}",
                "{\"audio_base64\":\"A===\"}",
                "{\"audio_base64\":\"AQ==AQ==\"}",
                "{\"audio_base64\":\"****\"}",
                "{\"detail\":{\"status\":\"system_busy\"}}",
                "{\"alignment\":{\"characters\":[\"a\"]}}",
                "{\"alignment\":{]}",
                "{audio}",
                "day"
            })
    void whatIsNotTheContractIsNotPlayed(String body) {
        assertThatThrownBy(() -> readAll(source(body, false))).isInstanceOf(IOException.class);
    }

    @Test
    void audioOfAnyLengthComesWholeAndInPieces() throws IOException {
        byte[] audio = new byte[300_001];
        new Random(7).nextBytes(audio);
        var body = "{\"audio_base64\":\"" + Base64.getEncoder().encodeToString(audio) + "\",\"alignment\":null}";
        for (boolean many : new boolean[] {true, false}) {
            assertThat(Arrays.equals(readAll(source(body, many)), audio)).isTrue();
        }
    }

    private static TimedSource source(String body, boolean many) {
        return new TimedSource(new ByteArrayInputStream(body.getBytes(UTF_8)), many);
    }

    private static byte[] readAll(TimedSource source) throws IOException {
        var audio = new ByteArrayOutputStream();
        for (Piece piece = source.next(); piece != null; piece = source.next()) {
            assertThat(piece.audio().length).isLessThan(70_000);
            audio.writeBytes(piece.audio());
        }
        return audio.toByteArray();
    }
}
