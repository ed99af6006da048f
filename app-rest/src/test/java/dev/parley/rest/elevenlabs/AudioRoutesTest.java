package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AudioRoutesTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("1");

    @BeforeEach
    void speak() {
        gateway.voices.speak(_ -> new ScriptedAudio()
                .then("abcd", Speaking.segment(0, 0, 2, 0))
                .then("", Speaking.segment(0, 2, 2, 200))
                .then("efghi", Speaking.segment(1, 0, 4, 500))
                .end());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Speaking.DIALOGUE, Speaking.DIALOGUE + "/stream", Speaking.SPEECH, Speaking.SPEECH + "/stream"})
    void bareAudioIsItsBytes(String path) {
        gateway.voices.speak(_ -> ScriptedAudio.whole("abcd", "efghi"));

        var answer = Speaking.ask(client, path, Speaking.body(path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abcdefghi");
        assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(answer.headers("Content-Length")).isEqualTo(path.endsWith("stream") ? List.of() : List.of("9"));
    }

    @Test
    void aWholeAnswerTellsAllTimings() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + "/with-timestamps", Speaking.TWO_TURNS);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"audio_base64": "YWJjZGVmZ2hp",
             "alignment": %1$s,
             "normalized_alignment": %1$s,
             "voice_segments": [
               {"voice_id": "Rachel", "start_time_seconds": 0.0, "end_time_seconds": 0.4,
                "character_start_index": 0, "character_end_index": 4, "dialogue_input_index": 0},
               {"voice_id": "Domi", "start_time_seconds": 0.5, "end_time_seconds": 0.9,
                "character_start_index": 4, "character_end_index": 8, "dialogue_input_index": 1}]}\
            """.formatted("""
                {"characters": ["H", "i", "😀", ".", "Y", "e", "s", "?"],
                 "character_start_times_seconds": [0.0, 0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8],
                 "character_end_times_seconds": [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]}\
                """)));
    }

    @Test
    void aStreamTellsTimingsWithTheAudioTheyBelongTo() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + "/stream/with-timestamps", Speaking.TWO_TURNS);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).endsWith("}\n").isEqualToNormalizingNewlines(answer.text());
        var lines = answer.text().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(Answer.parse(lines[0]).path("audio_base64").asText()).isEqualTo("YWJjZA==");
        assertThat(Answer.parse(lines[0]).at("/alignment/characters").toString())
                .isEqualTo("[\"H\",\"i\"]");
        assertThat(Answer.parse(lines[1]).at("/alignment/characters").toString())
                .isEqualTo("[\"😀\",\".\",\"Y\",\"e\",\"s\",\"?\"]");
        assertThat(Answer.parse(lines[1]).path("voice_segments")).hasSize(2);
        assertThat(Answer.parse(lines[1])
                        .at("/voice_segments/0/character_start_index")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aLineWithoutTimingsHasAllItsFields() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));

        var answer = Speaking.ask(client, Speaking.DIALOGUE + "/stream/with-timestamps", Speaking.TWO_TURNS);

        assertThat(answer.text()).isEqualTo("""
            {"audio_base64":"YQ==","alignment":null,"normalized_alignment":null,"voice_segments":[]}
            """);
    }

    @Test
    void timingsThatComeLastGetALineOfTheirOwn() {
        gateway.voices.speak(_ -> new ScriptedAudio()
                .then("a")
                .then("", Speaking.segment(0, 0, 4, 0))
                .end());

        var lines = Speaking.ask(client, Speaking.DIALOGUE + "/stream/with-timestamps", Speaking.TWO_TURNS)
                .text()
                .split("\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[1]).startsWith("{\"audio_base64\":\"\",\"alignment\":{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with-timestamps", "/stream/with-timestamps"})
    void oneVoiceHasNoSegmentsAndWhoTellsNoTimingsIsWarnedOf(String path) {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));

        var answer = Speaking.ask(client, Speaking.SPEECH + path, Speaking.ONE_VOICE);

        assertThat(answer.text().strip())
                .isEqualTo("{\"audio_base64\":\"YQ==\",\"alignment\":null,\"normalized_alignment\":null}");
        assertThat(answer.headers("Parley-Warning"))
                .containsExactly("The model eleven_multilingual_v2 does not tell here when each character is heard.");
    }

    @ParameterizedTest
    @CsvSource({
        "pcm_24000, 'audio/pcm;rate=24000;channels=1'",
        "pcm_44100, 'audio/pcm;rate=44100;channels=1'",
        "mp3_22050_32, audio/mpeg",
        "ulaw_8000, audio/basic",
        "alaw_8000, audio/x-alaw-basic",
        "opus_48000_64, 'audio/ogg; codecs=opus'"
    })
    void everyFormatHasItsType(String format, String type) {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + "?output_format=" + format, Speaking.TWO_TURNS);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void waveIsPcmBehindAHeader() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + "?output_format=wav_16000", Speaking.TWO_TURNS);

        var header = ByteBuffer.wrap(answer.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(answer.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(answer.header("Content-Length")).isEqualTo("53");
        assertThat(answer.text()).startsWith("RIFF").endsWith("abcdefghi");
        assertThat(header.getInt(4)).isEqualTo(36 + 9);
        assertThat(header.getInt(24)).isEqualTo(16000);
        assertThat(header.getInt(28)).isEqualTo(32000);
        assertThat(header.getInt(40)).isEqualTo(9);
    }

    @Test
    void whatItCostsIsInTheHeaders() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE, Speaking.TWO_TURNS);

        var task = gateway.onlyTask(client.account());
        for (String name : List.of("request-id", "x-request-id", "xi-request-id", "x-parley-task-id")) {
            assertThat(answer.headers(name)).as(name).containsExactly(task.id().toString());
        }
        assertThat(answer.header("x-parley-provider")).isEqualTo("fake");
        assertThat(answer.header("character-cost")).isEqualTo("8");
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.08");
        assertThat(answer.header("x-credits-remaining")).isEqualTo("0.92");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/stream"})
    void howManyMayBeUnderWayIsInTheHeaders(String path) {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + path, Speaking.TWO_TURNS);

        assertThat(answer.header("maximum-concurrent-requests")).isEqualTo("100");
        assertThat(answer.header("current-concurrent-requests")).isEqualTo("1");
    }

    @Test
    void aKeysOwnBoundOfCallsIsTold() {
        var limited = client.with(new KeyLimits(List.of(), Set.of(), null, 3, SpendLimits.NONE));

        var answer = Speaking.ask(limited, Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(answer.header("maximum-concurrent-requests")).isEqualTo("3");
        assertThat(answer.header("current-concurrent-requests")).isEqualTo("1");
    }

    @Test
    void aStandInIsWarnedOf() {
        var answer = Speaking.ask(client, "/v1/text-to-speech/~unknown", Speaking.ONE_VOICE);

        assertThat(answer.header("Parley-Warning")).contains("speaks in its place");
    }

    @Test
    void bearerIsTakenToo() {
        assertThat(client.post(Speaking.DIALOGUE, Speaking.TWO_TURNS).status()).isEqualTo(200);
    }
}
