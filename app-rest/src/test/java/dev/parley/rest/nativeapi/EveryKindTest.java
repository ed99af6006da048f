package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Kind;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One route for every kind of work: the model decides what its input is. */
class EveryKindTest {

    private static final String ROUTE = "/v1/audio/generations";
    private static final String MUSIC =
            "{\"model\":\"music_v1\",\"input\":{\"prompt\":\"Woodwinds.\",\"music_length_ms\":4000}}";

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void forget() {
        gateway.store.tasks().list(client.account(), null, 10).forEach(task -> gateway.forget(task.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eleven_v3 | {\"dialogue\":[{\"text\":\"Hi\",\"voice\":\"Domi\"}]} | DIALOGUE",
                "eleven_multilingual_v2 | {\"text\":\"Hi\",\"voice\":\"Domi\",\"speed\":1.1} | SPEECH",
                "music_v1 | {\"prompt\":\"Woodwinds.\"} | MUSIC",
                "music_v2 | {\"composition_plan\":{\"chunks\":[{\"text\":\"a\",\"duration_ms\":3000}]}} | MUSIC",
                "eleven_text_to_sound_v2 | {\"text\":\"A door\",\"duration_seconds\":2} | SOUND"
            })
    void theModelDecidesWhatIsRead(String model, String input, Kind kind) {
        String id = client.submit("{\"model\":\"" + model + "\",\"input\":" + input + "}");

        assertThat(gateway.task(id).request().kind()).isEqualTo(kind);
        assertThat(client.get("/v1/tasks/" + id).json().path("kind").asText())
                .isEqualTo(kind.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eleven_english_sts_v2 | {\"voice\":\"Domi\",\"voice_settings\":{\"stability\":0.3}} | VOICE_CHANGE",
                "stem_separation_v1 | {\"stem_variation_id\":\"two_stems_v1\"} | STEMS",
                "dubbing_v1 | {\"target_lang\":\"es\",\"source_lang\":\"auto\",\"num_speakers\":0} | DUBBING",
                "scribe_v2 | {\"keyterms\":[\"a\"],\"redact_pii\":true,\"entity_detection\":\"all\"} | TRANSCRIPTION"
            })
    void aFormBringsARecording(String model, String input, Kind kind) {
        var answer = form(model, input).post(client, ROUTE);

        var task = gateway.onlyTask(client.account());
        assertThat(answer.json().at("/data/taskId").asText())
                .isEqualTo(task.id().toString());
        assertThat(task.request().kind()).isEqualTo(kind);
        assertThat(gateway.uploadsThere()).as("until the task has ended").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"scribe_v1, ''", "dubbing_v1, '\"target_lang\":\"es\",'", "stem_separation_v1, ''"})
    void aRecordingIsFetchedFromItsAddress(String model, String input) {
        String id = client.submit("{\"model\":\"" + model + "\",\"input\":{" + input
                + "\"source_url\":\"https://example.org/RIFF-words\"}}");

        assertThat(gateway.task(id).request().uploads()).hasSize(1);
        assertThat(gateway.uploadsThere()).as("until the task has ended").isEqualTo(1);
    }

    @Test
    void anAddressWithoutARecordingIsNamed() {
        var answer = new FormBody()
                .text("request", "{\"model\":\"scribe_v1\",\"input\":{\"source_url\":\"https://example.org/words\"}}")
                .post(client, ROUTE);

        assertThat(answer.json().path("message").asText()
                        + answer.json().at("/error/message").asText())
                .contains("'input.source_url' is no audio");
    }

    @Test
    void theFileMayComeFirst() {
        var answer = new FormBody()
                .file("file", "RIFF hello")
                .text("request", "{\"model\":\"stem_separation_v1\",\"input\":{}}")
                .post(client, ROUTE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(gateway.onlyTask(client.account()).output().format()).isEqualTo(FileType.ZIP);
    }

    @Test
    void theVoiceOfAChangeIsFound() {
        var _ = form("eleven_english_sts_v2", "{\"voice\":\"Domi\"}").post(client, ROUTE);

        var request = (VoiceChangeRequest) gateway.onlyTask(client.account()).request();
        assertThat(request.voice().voice()).isEqualTo("AZnzlk1XvdvUeBnXmlld");
    }

    @Test
    void aRepeatedFormIsOneTaskAndKeepsOneFile() {
        var form = form("stem_separation_v1", "{}");
        var first = form.post(client, ROUTE, "Idempotency-Key", "one");

        var again = form.post(client, ROUTE, "Idempotency-Key", "one");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(gateway.uploadsThere()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "music_v1 | {\"prompt\":\"a\",\"music_length_ms\":1} | 'input.music_length_ms' must be",
                "music_v1 | {} | 'input.prompt' is required",
                "eleven_text_to_sound_v2 | {} | 'input.text' is required",
                "eleven_text_to_sound_v2 | {\"text\":\"a\",\"prompt_influence\":2} | 'input.prompt_influence' must be",
                "eleven_multilingual_v2 | {\"text\":\"a\",\"voice\":\"nobody\"} | input.voice",
                "eleven_multilingual_v2 | {\"text\":\"a\",\"voice\":\"Domi\",\"style\":2} | 'input.style' must be",
                "stem_separation_v1 | {} | 'file' is required"
            })
    void whatBreaksARuleIsNamed(String model, String input, String message) {
        var answer = client.post(ROUTE, "{\"model\":\"" + model + "\",\"input\":" + input + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eleven_english_sts_v2 | {\"voice\":\"nobody\"} | input.voice",
                "scribe_v1 | {\"num_speakers\":99} | 'input.num_speakers' must be",
                "music_v1 | {\"prompt\":\"a\"} | 'file' is not taken by this model."
            })
    void aFormThatBreaksARuleLeavesNothing(String model, String input, String message) {
        var answer = form(model, input).post(client, ROUTE);

        assertThat(answer.error("message")).contains(message);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @Test
    void anEstimateTellsWhatIsCounted() {
        var answer = client.post("/v1/estimate", MUSIC).json().path("data");

        assertThat(answer.toString())
                .isEqualTo(
                        "{\"model\":\"music_v1\",\"characters\":10,\"credits\":0.04,\"unit\":\"second_out\",\"units\":4}");
    }

    @Test
    void anEstimateOfARecordingKeepsNothing() {
        var answer = form("scribe_v1", "{}").post(client, "/v1/estimate");

        assertThat(answer.json().at("/data/unit").asText()).isEqualTo("second_in");
        assertThat(answer.json().at("/data/units").asInt()).isEqualTo(10);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @Test
    void finishedMusicTellsItsTitle() {
        String id = client.submit(MUSIC);
        gateway.complete(id, new byte[] {1}, new Song(null, "Calm", null, List.of(), List.of(), null, List.of(), null));

        var metadata = client.get("/v1/tasks/" + id).json().at("/output/metadata");

        assertThat(metadata.toString()).isEqualTo("{\"model\":\"music_v1\",\"title\":\"Calm\"}");
    }

    private static FormBody form(String model, String input) {
        return new FormBody()
                .text("request", "{\"model\":\"" + model + "\",\"input\":" + input + "}")
                .file("file", "RIFF hello");
    }
}
