package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.render.Failure;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DubbingTest {

    private static final String PATH = "/v1/dubbing";
    private static final byte[] AUDIO = {1, 2, 3, 4, 5};

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aDubIsATaskOfItsOwn() {
        var answer = form().post(client, PATH);

        var task = gateway.onlyTask(client.account());
        assertThat(answer.json().path("dubbing_id").asText())
                .isEqualTo(task.id().toString());
        assertThat(answer.json().path("expected_duration_sec").asDouble()).isEqualTo(10);
        assertThat(task.hold().amount().toString()).isEqualTo("0.1");
    }

    @Test
    void onlyThePartThatIsAskedForIsPaid() {
        var answer = form().text("start_time", "2").text("end_time", "6").post(client, PATH);

        assertThat(answer.json().path("expected_duration_sec").asDouble()).isEqualTo(4);
        assertThat(gateway.onlyTask(client.account()).hold().amount().toString())
                .isEqualTo("0.04");
    }

    @Test
    void everyFieldReachesTheRequest() {
        var _ = form().text("source_lang", "en")
                .text("num_speakers", "2")
                .text("target_accent", "castilian")
                .text("drop_background_audio", "true")
                .text("use_profanity_filter", "true")
                .text("watermark", "true")
                .text("highest_resolution", "true")
                .text("mode", "automatic")
                .text("name", "Mine")
                .post(client, PATH);

        var request = (DubbingRequest) gateway.onlyTask(client.account()).request();
        assertThat(request.settings())
                .isEqualTo(new DubbingSettings(
                        "es",
                        new DubbingSettings.Speakers("en", 2, "castilian"),
                        DubbingSettings.Part.ALL,
                        new DubbingSettings.Sound(true, true),
                        new DubbingSettings.Picture(true, true),
                        "Mine"));
    }

    @Test
    void theDefaultsOfClientsAskForNothing() {
        var _ = form().text("source_lang", "auto").text("num_speakers", "0").post(client, PATH);

        var request = (DubbingRequest) gateway.onlyTask(client.account()).request();
        assertThat(request.settings()).isEqualTo(DubbingSettings.into("es"));
    }

    @ParameterizedTest
    @CsvSource({
        "target_lang, ../x, target_lang",
        "source_lang, English, source_lang",
        "num_speakers, 33, num_speakers",
        "start_time, 10, start_time",
        "start_time, -1, start_time",
        "end_time, 0, end_time"
    })
    void whatBreaksARuleIsNamed(String name, String value, String field) {
        int before = gateway.uploadsThere();

        var answer = form().text(name, value).post(client, PATH);

        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
        assertThat(gateway.uploadsThere()).isEqualTo(before);
    }

    @Test
    void aFileIsFetchedFromItsAddress() {
        var _ = new FormBody()
                .text("target_lang", "es")
                .text("source_url", "https://example.org/RIFF-words")
                .post(client, PATH);

        assertThat(gateway.onlyTask(client.account())
                        .request()
                        .uploads()
                        .getFirst()
                        .length())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsNotDoneIsNotReady() {
        String id = dub();

        assertThat(get(id).json().path("status").asText()).isEqualTo("dubbing");
        assertThat(get(id + "/audio/es").status()).isEqualTo(425);
        assertThat(get(id + "/audio/de").status()).isEqualTo(404);
    }

    @Test
    void whatIsDoneCanBeFetched() {
        String id = dub();
        gateway.complete(id, AUDIO);

        assertThat(get(id).json().path("status").asText()).isEqualTo("dubbed");
        var audio = get(id + "/audio/es");
        assertThat(audio.bytes()).isEqualTo(AUDIO);
        assertThat(audio.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(get(id + "/audio/de").status()).isEqualTo(404);
    }

    @Test
    void aPartOfItCanBeFetched() {
        String id = dub();
        gateway.complete(id, AUDIO);

        var part = client.bare(
                "GET",
                PATH + "/" + id + "/audio/es",
                BodyPublishers.noBody(),
                "xi-api-key",
                client.key(),
                "Range",
                "bytes=1-2");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).containsExactly(2, 3);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1-2/5");
    }

    @Test
    void whatFailedSaysWhy() {
        String id = dub();
        gateway.fail(id, new Failure.Rejected("no speech"));

        assertThat(get(id).json().path("status").asText()).isEqualTo("failed");
        assertThat(get(id).json().path("error").asText()).contains("no speech");
        assertThat(get(id + "/audio/es").status()).isEqualTo(404);
    }

    @Test
    void theListHasOwnDubsOnlyNewestFirst() {
        String first = dub();
        String second = dub();
        var _ = form().post(gateway.client("50"), PATH);
        client.submit("{\"model\":\"eleven_text_to_sound_v2\",\"input\":{\"text\":\"A door\"}}");

        var page = get("?page_size=1").json();

        assertThat(page.at("/dubs/0/dubbing_id").asText()).isEqualTo(second);
        assertThat(page.path("has_more").asBoolean()).isTrue();
        var next =
                get("?page_size=1&cursor=" + page.path("next_cursor").asText()).json();
        assertThat(next.at("/dubs/0/dubbing_id").asText()).isEqualTo(first);
        assertThat(next.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void theListCanBeNarrowed() {
        String done = dub();
        gateway.complete(done, AUDIO);
        String waiting = dub();

        assertThat(get("?dubbing_status=dubbed").json().findValuesAsText("dubbing_id"))
                .containsExactly(done);
        assertThat(get("?dubbing_status=dubbing").json().findValuesAsText("dubbing_id"))
                .containsExactly(waiting);
        assertThat(get("?target_language_codes=de").json().path("dubs")).isEmpty();
        assertThat(get("?dubbing_status=lost").status()).isEqualTo(400);
    }

    @Test
    void deletingCancelsWhatWaits() {
        String id = dub();

        assertThat(delete(client, id).json().path("status").asText()).isEqualTo("ok");
        assertThat(get(id).json().path("status").asText()).isEqualTo("failed");
    }

    @Test
    void deletingForgetsWhatWasMade() {
        String id = dub();
        gateway.complete(id, AUDIO);

        assertThat(delete(client, id).status()).isEqualTo(200);
        assertThat(get(id + "/audio/es").status()).isEqualTo(404);
    }

    @Test
    void somebodyElsesDubIsNotFound() {
        String id = dub();
        var other = gateway.client("1");

        assertThat(other.bare("GET", PATH + "/" + id, BodyPublishers.noBody(), "xi-api-key", other.key())
                        .status())
                .isEqualTo(404);
        assertThat(delete(other, id).status()).isEqualTo(404);
    }

    private static FormBody form() {
        return new FormBody().text("target_lang", "es").file("file", "RIFF words");
    }

    private String dub() {
        return form().post(client, PATH).json().path("dubbing_id").asText();
    }

    private Answer get(String rest) {
        return client.bare(
                "GET",
                rest.startsWith("?") ? PATH + rest : PATH + "/" + rest,
                BodyPublishers.noBody(),
                "xi-api-key",
                client.key());
    }

    private static Answer delete(Client who, String id) {
        return who.bare("DELETE", PATH + "/" + id, BodyPublishers.noBody(), "xi-api-key", who.key());
    }
}
