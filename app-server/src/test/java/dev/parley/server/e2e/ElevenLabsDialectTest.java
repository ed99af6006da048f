package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.server.e2e.Midsummer.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ElevenLabs dialect with the built-in voice behind it: what is answered is speech, and its timings are true. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class ElevenLabsDialectTest {

    private static final String DIALOGUE = "/v1/text-to-dialogue";
    private static final String SPEECH = "/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM";
    private static final long TOLERANCE_MILLIS = 30;
    private static final List<Said> SCENE = Midsummer.scene("1.2");

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    /** Audio, and what was told of it. */
    private record Timed(ByteArrayOutputStream audio, String characters, List<JsonNode> segments) {}

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(data, Map.of());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {DIALOGUE, DIALOGUE + "/stream", SPEECH, SPEECH + "/stream"})
    void bareRoutesAnswerSpeech(String path) throws IOException {
        var answer = ask(path, path.startsWith(DIALOGUE) ? dialogue(SCENE.subList(0, 3)) : speech());

        var sound = Sound.decode(answer.body(), AudioFormat.DEFAULT);
        assertThat(sound.millis()).isGreaterThan(700);
        assertThat(sound.loudness()).isGreaterThan(0.1);
        assertThat(answer.headers().firstValue("x-parley-provider")).hasValue("local");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DIALOGUE + "/with-timestamps",
                DIALOGUE + "/stream/with-timestamps",
                SPEECH + "/with-timestamps",
                SPEECH + "/stream/with-timestamps"
            })
    void timedRoutesAnswerSpeechAndEveryCharacterOfIt(String path) throws IOException {
        var scene = SCENE.subList(0, 3);
        boolean dialogue = path.startsWith(DIALOGUE);

        var timed = timed(ask(path, dialogue ? dialogue(scene) : speech()));

        assertThat(Sound.decode(timed.audio().toByteArray(), AudioFormat.DEFAULT)
                        .loudness())
                .isGreaterThan(0.1);
        assertThat(timed.characters())
                .isEqualTo(
                        dialogue
                                ? String.join("", scene.stream().map(Said::text).toList())
                                : "Good evening.");
    }

    /** What a viewer sees when subtitles are laid over the audio. */
    @ParameterizedTest
    @CsvSource({"mp3_44100_128, with-timestamps", "pcm_24000, stream/with-timestamps", "opus_48000_64, with-timestamps"
    })
    void everyTurnIsHeardWhenTheTimingsSay(String format, String path) throws IOException {
        var timed = timed(ask(DIALOGUE + "/" + path + "?output_format=" + format, dialogue(SCENE)));

        var sound = Sound.decode(
                timed.audio().toByteArray(), AudioFormat.parse(format).orElseThrow());
        var turns = turns(timed.segments());
        assertThat(turns).hasSameSizeAs(SCENE);
        for (long[] turn : turns) {
            assertThat(sound.begins(turn[0])).isCloseTo(turn[0], within(TOLERANCE_MILLIS));
            assertThat(sound.ends(turn[1])).isCloseTo(turn[1], within(TOLERANCE_MILLIS));
        }
    }

    @Test
    void waveFilesPlay() throws IOException {
        var answer = ask(DIALOGUE + "?output_format=wav_24000", dialogue(SCENE.subList(0, 2)));

        byte[] samples = Arrays.copyOfRange(answer.body(), 44, answer.body().length);
        assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(Sound.decode(samples, AudioFormat.PCM_24000).loudness()).isGreaterThan(0.1);
    }

    @Test
    void whatIsNotTakenByTheModelIsToldAndNothingFails() throws IOException {
        var body = dialogue(SCENE.subList(0, 1)).put("previous_text", "Before.");

        var answer = ask(DIALOGUE, body);

        assertThat(answer.headers().allValues("parley-warning"))
                .anyMatch(warning -> warning.contains("does not take 'previous_text'"));
    }

    private HttpResponse<byte[]> ask(String path, JsonNode body) throws IOException {
        var answer = running.post(path, JSON.writeValueAsBytes(body), "xi-api-key", KEY);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer;
    }

    /** One object, or one a line. */
    private static Timed timed(HttpResponse<byte[]> answer) throws IOException {
        var audio = new ByteArrayOutputStream();
        var characters = new StringBuilder();
        List<JsonNode> segments = new ArrayList<>();
        var lines = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
        for (String line : lines) {
            var piece = JSON.readTree(line);
            audio.writeBytes(
                    Base64.getDecoder().decode(piece.path("audio_base64").asText()));
            piece.at("/alignment/characters").forEach(character -> characters.append(character.asText()));
            piece.path("voice_segments").forEach(segments::add);
        }
        return new Timed(audio, characters.toString(), segments);
    }

    /** When each turn begins and ends, in milliseconds. */
    private static List<long[]> turns(List<JsonNode> segments) {
        List<long[]> turns = new ArrayList<>();
        for (var segment : segments) {
            long start = millis(segment.path("start_time_seconds"));
            long end = millis(segment.path("end_time_seconds"));
            if (segment.path("dialogue_input_index").asInt() == turns.size()) {
                turns.add(new long[] {start, end});
            } else {
                turns.getLast()[1] = end;
            }
        }
        return turns;
    }

    private static long millis(JsonNode seconds) {
        return Math.round(seconds.asDouble() * 1000);
    }

    private static ObjectNode dialogue(List<Said> scene) {
        var cast = Midsummer.cast(SCENE, List.of("Rachel", "Domi", "Antoni", "Elli", "Josh", "Adam", "Sam"));
        var body = JSON.createObjectNode();
        var inputs = body.putArray("inputs");
        scene.forEach(said -> inputs.addObject().put("text", said.text()).put("voice_id", cast.get(said.speaker())));
        return body;
    }

    private static JsonNode speech() {
        return JSON.createObjectNode().put("text", "Good evening.");
    }
}
