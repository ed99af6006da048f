package dev.parley.rest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.RawCall;
import dev.parley.rest.fixture.ScriptedAudio;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class SpeechTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("10");
    private final List<RenderRequest> rendered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void speak() {
        speak("abcd", "efghi");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, audio/mpeg, mp3_44100_128",
        "opus, audio/ogg; codecs=opus, opus_48000_64",
        "pcm, audio/pcm;rate=24000;channels=1, pcm_24000"
    })
    void audioIsItsBytesWhileItIsMade(String format, String mediaType, String made) {
        var answer = ask(body("'response_format':'" + format + "'"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abcdefghi");
        assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(answer.header("x-request-id")).isNotEmpty();
        assertThat(gateway.onlyTask(client.account()).output().format())
                .isEqualTo(AudioFormat.parse(made).orElseThrow());
    }

    @Test
    void eventsHoldTheAudioAndEndWithWhatWasUsed() {
        var answer = ask(body("'stream_format':'sse'"));

        assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(answer.text()).isEqualTo("""
            data: {"type":"speech.audio.delta","audio":"YWJjZA=="}

            data: {"type":"speech.audio.delta","audio":"ZWZnaGk="}

            data: {"type":"speech.audio.done",\
            "usage":{"input_tokens":13,"output_tokens":0,"total_tokens":13}}

            """);
    }

    @Test
    void waveSaysWithoutEndUntilItsLengthIsKnown() {
        String body = body("'response_format':'wav'");
        byte[] live = ask(body, "Idempotency-Key", "wave-1").bytes();
        var again = ask(body, "Idempotency-Key", "wave-1");

        assertThat(live).hasSize(44 + 9).containsSequence(-1, -1, -1, -1, 'W', 'A', 'V', 'E');
        assertThat(again.bytes()).hasSize(44 + 9).containsSequence(36 + 9, 0, 0, 0, 'W', 'A', 'V', 'E');
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(rendered).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio", "sse"})
    void failureInMidStreamBreaksTheConnection(String format) throws IOException {
        var audio = new ScriptedAudio();
        gateway.voices.speak(_ -> audio);
        var _ = audio.then("begun");
        try (var call = new RawCall(client, "/v1/audio/speech", body("'stream_format':'" + format + "'"))) {
            call.readTo(format.equals("sse") ? "\n\n" : "begun");
            var _ = audio.fail(new Failure.Unavailable("cut off"));

            assertThat(call.readAll()).doesNotContain("speech.audio.done", "0\r\n\r\n");
        }
        assertThat(client.balance().spent().micros()).isZero();
    }

    @Test
    void whoeverRepeatsAnUnknownOutcomeIsToldNotTo() {
        gateway.voices.speak(request -> {
            rendered.add(request);
            return new ScriptedAudio().fail(new Failure.Unavailable("perhaps rendered"));
        });

        var answer = ask(body("'instructions':'sadly'"));
        var repeated = ask(body("'instructions':'sadly'"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        assertThat(answer.error("type")).isEqualTo("server_error");
        assertThat(repeated.status()).isEqualTo(503);
        assertThat(rendered).as("generations").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void marksMakeADialogue() {
        var answer = ask("""
            {"model":"eleven_v3-2025-12-15","voice":{"id":"Domi"},
             "input":"Who is there? [voice:rachel] Only me.[pause:0.3s]Open the door."}\
            """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var dialogue = ((DialogueRequest) rendered.getFirst()).dialogue();
        assertThat(dialogue.turns())
                .extracting(Turn::text)
                .containsExactly("Who is there?", "Only me.", "Open the door.");
        assertThat(dialogue.turns())
                .extracting(turn -> turn.voice().voice())
                .containsExactly("AZnzlk1XvdvUeBnXmlld", "21m00Tcm4TlvDq8ikWAM", "21m00Tcm4TlvDq8ikWAM");
        assertThat(gateway.onlyTask(client.account()).quote().units()).isEqualTo(13 + 8 + 14);
        assertThat(answer.headers("Parley-Warning"))
                .containsExactly("The model eleven_v3 does not take 'pause' here: it was left out.");
    }

    @Test
    void openAisVoicesAreUnderstoodEverywhere() {
        var answer = ask(body("'voice':'nova'"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning")).singleElement().asString().contains("Voice 'nova' is not known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'model':null            | model           | 'model' is required.",
                "'input':null            | input           | 'input' is required.",
                "'input':'  '            | input           | 'input' must not be blank.",
                "'input':'[voice:Domi]'  | input           | 'input' must hold text beside its marks.",
                "'voice':null            | voice           | 'voice' is required.",
                "'voice':{'id':7}        | voice.id        | 'voice.id' must be a string, not a number.",
                "'voice':'Zaphod'        | voice           | 'voice' names no voice of the provider fake",
                "'speed':9               | speed           | 'speed' must be from 0.25 to 4",
                "'stream_format':'x'     | stream_format   | 'stream_format' must be audio or sse.",
                "'response_format':'aac' | response_format | 'response_format' must be one of mp3, opus, wav, pcm",
                "'response_format':'flac'| response_format | : 'flac' is not made here.",
                "'input':'a[pause:999s]b'| input           | 'input' must have pauses of at most 120 seconds"
            })
    void badFieldIsNamed(String field, String param, String message) {
        var answer = ask(body(field));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("param")).isEqualTo(param);
        assertThat(answer.error("message")).contains(message);
        assertThat(answer.error("type")).isEqualTo("invalid_request_error");
    }

    @Test
    void everythingUnderOpenAisPathsIsMissedInItsWords() {
        var unknown = client.post("/v1/audio/transcriptions", "{}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.error("code")).isEqualTo("unknown_url");
        assertThat(client.get("/v1/audio/speech").status()).isEqualTo(405);
        var garbage = ask("{");
        assertThat(garbage.status()).isEqualTo(400);
        assertThat(garbage.json().path("error").has("param")).isTrue();
        assertThat(client.with("sk-wrong").post("/v1/audio/speech", "{}").error("code"))
                .isEqualTo("invalid_api_key");
    }

    @Test
    void modelsAndVoicesAreListedForItsClients() {
        var models = client.get("/v1/models").json();
        assertThat(models.path("object").asText()).isEqualTo("list");
        assertThat(models.at("/data/0/object").asText()).isEqualTo("model");
        assertThat(models.at("/data/0/owned_by").asText()).isEqualTo("fake");
        assertThat(models.at("/data/0/created").isIntegralNumber()).isTrue();
        String first = models.at("/data/0/id").asText();
        assertThat(client.get("/v1/models/" + first).json()).isEqualTo(models.at("/data/0"));
        assertThat(client.get("/v1/models/tts-9").error("code")).isEqualTo("model_not_found");
        assertThat(client.get("/v1/audio/voices").json().at("/voices/0/name").asText())
                .isEqualTo("Rachel");
    }

    private void speak(String... pieces) {
        gateway.voices.speak(request -> {
            rendered.add(request);
            return ScriptedAudio.whole(pieces);
        });
    }

    /** A good request but for this field, with single quotes. */
    private static String body(String field) {
        String name = field.substring(0, field.indexOf(':'));
        var fields = new LinkedHashMap<String, String>();
        fields.put("'model'", "'eleven_multilingual_v2'");
        fields.put("'input'", "'Good evening.'");
        fields.put("'voice'", "'Rachel'");
        fields.put(name, field.substring(name.length() + 1));
        return fields.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .replace('\'', '"');
    }

    private Answer ask(String body, String... headers) {
        return client.post("/v1/audio/speech", body, headers);
    }
}
