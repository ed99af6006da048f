package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.render.RenderRequest;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TranscriptTest {

    private static final String PATH = "/v1/speech-to-text";
    private static final String SAID = "{\"language_code\":\"en\",\"text\":\"Hi\",\"words\":[{\"text\":\"Hi\"}]}";

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");
    private final AtomicReference<RenderRequest> asked = new AtomicReference<>();

    @BeforeEach
    void listen() {
        answer(SAID);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "audio"})
    void aRecordingIsWrittenDown(String field) {
        var answer = new FormBody()
                .text("model_id", "scribe_v1")
                .file(field, "RIFF words")
                .post(client, PATH);

        String id = answer.header("request-id");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"transcription_id\":\"" + id + "\"," + SAID.substring(1));
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.1");
        assertThat(gateway.uploadsThere()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"transcription_id\":\"ID\"}",
                "{\"text\":\"é\",\"transcription_id\":null,\"a\":1} |"
                        + " {\"text\":\"é\",\"transcription_id\":\"ID\",\"a\":1}",
                "{ \"transcription_id\" : \"th\\u0065irs\" } | { \"transcription_id\" : \"ID\" }",
                "{\"transcripts\":[{\"transcription_id\":\"x\"}]}"
                        + " | {\"transcription_id\":\"ID\",\"transcripts\":[{\"transcription_id\":\"x\"}]}"
            })
    void aTranscriptIsToldByOurId(String made, String told) {
        answer(made);

        var answer = transcribe(form());

        assertThat(answer.text()).isEqualTo(told.replace("ID", answer.header("request-id")));
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
    }

    @Test
    void everyFieldReachesTheRequest() {
        var _ = transcribe(form().text("language_code", "en")
                .text("diarize", "true")
                .text("num_speakers", "3")
                .text("timestamps_granularity", "character")
                .text("keyterms", "one")
                .text("keyterms", "[\"two\",\"three\"]")
                .text("entity_detection", "[\"pii\",\"phi\"]")
                .text("additional_formats", "[{\"format\":\"srt\",\"include_speakers\":true}]")
                .text("tag_audio_events", "false"));

        var settings = settings();
        assertThat(settings.language()).isEqualTo("en");
        assertThat(settings.speakers().told()).isTrue();
        assertThat(settings.speakers().count()).isEqualTo(3);
        assertThat(settings.granularity()).isEqualTo(TranscriptionSettings.Granularity.CHARACTER);
        assertThat(settings.keyterms()).containsExactly("one", "two", "three");
        assertThat(settings.entities().detected()).containsExactly("pii", "phi");
        assertThat(settings.exports().getFirst().format()).isEqualTo("srt");
        assertThat(settings.audioEvents()).isFalse();
    }

    @Test
    void theNamesOfSeeds003AreTaken() {
        var _ = transcribe(form().text("remove_filler_words", "true")
                .text("redact_pii", "true")
                .text("entity_detection", "true"));

        assertThat(settings().noVerbatim()).isTrue();
        assertThat(settings().entities().redacted()).containsExactly("pii");
        assertThat(settings().entities().detected()).containsExactly("all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num_speakers | 33 | num_speakers",
                "temperature | 3 | temperature",
                "redact_pii | [\" \"] | redact_pii[0]",
                "additional_formats | [{\"format\":\"doc\"}] | additional_formats[0].format"
            })
    void whatBreaksARuleIsNamedAsItWasWritten(String name, String value, String field) {
        var answer = transcribe(form().text(name, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"source_url", "cloud_storage_url"})
    void aFileIsFetchedFromItsAddress(String field) {
        var answer = new FormBody()
                .text("model_id", "scribe_v1")
                .text(field, "https://example.org/RIFF-words?signature=secret")
                .post(client, PATH);

        assertThat(answer.json().path("text").asText()).isEqualTo("Hi");
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.1");
        assertThat(gateway.uploadsThere()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/ | could not be fetched",
                "https://example.org/words | is no audio",
                "file:///etc/passwd | must be an http or https URL",
                "example.org | must be an http or https URL"
            })
    void anAddressWithoutARecordingIsRefused(String url, String why) {
        var answer = new FormBody()
                .text("model_id", "scribe_v1")
                .text("source_url", url)
                .post(client, PATH);

        assertThat(answer.schemaError()).startsWith("value_error [\"body\",\"source_url\"] " + why);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @Test
    void aFileAndItsAddressDoNotGoTogether() {
        var answer = form().text("source_url", "https://example.org/RIFF-words").post(client, PATH);

        assertThat(answer.schemaError())
                .isEqualTo("value_error [\"body\",\"source_url\"] must not come with a file: send one of them.");
    }

    @Test
    void theModelIsRequired() {
        assertThat(new FormBody().file("file", "RIFF").post(client, PATH).schemaError())
                .isEqualTo("missing [\"body\",\"model_id\"] Field required");
    }

    @Test
    void whoWantsToBeToldDoesNotWait() {
        var answer = transcribe(form().text("webhook", "true"));

        var task = gateway.onlyTask(client.account());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("request_id").asText())
                .isEqualTo(task.id().toString());
        assertThat(answer.json().path("message").asText()).isNotEmpty();
        assertThat(gateway.uploadsThere()).as("until the task has ended").isEqualTo(1);
        gateway.forget(task.id());
    }

    @Test
    void whoWantsToBeToldAndCannotPayLeavesNothing() {
        var answer = form().text("webhook", "true").post(gateway.client("0"), PATH, "Idempotency-Key", "one");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @Test
    void aTranscriptCanBeFetchedAgainAndForgotten() {
        var first = transcribe(form());
        String path =
                PATH + "/transcripts/" + first.json().path("transcription_id").asText();

        assertThat(Speaking.get(client, path).text()).isEqualTo(first.text());
        assertThat(delete(client, path).status()).isEqualTo(200);
        assertThat(Speaking.get(client, path).status()).isEqualTo(404);
    }

    @Test
    void somebodyElsesTranscriptIsNotFound() {
        String path = PATH + "/transcripts/" + transcribe(form()).header("request-id");
        var other = gateway.client("1");

        assertThat(Speaking.get(other, path).status()).isEqualTo(404);
        assertThat(delete(other, path).status()).isEqualTo(404);
        assertThat(Speaking.get(client, path).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoTranscriptIsNotFound() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));
        String audio = Speaking.ask(client, Speaking.SPEECH, Speaking.ONE_VOICE).header("request-id");

        assertThat(Speaking.get(client, PATH + "/transcripts/" + audio).status())
                .isEqualTo(404);
    }

    private void answer(String json) {
        gateway.voices.speak(request -> {
            asked.set(request);
            return ScriptedAudio.whole(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        });
    }

    private static FormBody form() {
        return new FormBody().text("model_id", "scribe_v2").file("file", "RIFF words");
    }

    private Answer transcribe(FormBody form) {
        return form.post(client, PATH);
    }

    private static Answer delete(Client who, String path) {
        return who.bare("DELETE", path, BodyPublishers.noBody(), "xi-api-key", who.key());
    }

    private TranscriptionSettings settings() {
        return ((TranscriptionRequest) asked.get()).settings();
    }
}
