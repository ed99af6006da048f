package dev.parley.rest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.RawCall;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, by way of a route that takes one. */
@Timeout(30)
class FormReaderTest {

    private static final String ROUTE = "/v1/speech-to-speech/Rachel";
    private static final String RECORDING = "RIFF and more";

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @BeforeEach
    void echo() {
        gateway.voices.echo();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aFileReachesTheProvider() {
        var answer = new FormBody().text("seed", "7").file("audio", RECORDING).post(client, ROUTE);

        assertThat(answer.text()).isEqualTo(RECORDING);
    }

    @Test
    void whatAFileIsMayBeToldAfterIt() {
        var answer = new FormBody()
                .file("audio", "pcm!")
                .text("file_format", "pcm_s16le_16")
                .post(client, ROUTE);

        assertThat(answer.text()).isEqualTo("pcm!");
        assertThat(gateway.onlyTask(client.account())
                        .request()
                        .uploads()
                        .getFirst()
                        .mediaType())
                .isEqualTo("audio/pcm;rate=16000");
    }

    @Test
    void aBodyInPiecesIsTakenToo() {
        assertThat(new FormBody()
                        .file("audio", RECORDING)
                        .postChunked(client, ROUTE)
                        .text())
                .isEqualTo(RECORDING);
    }

    @Test
    void aLargeFileComesThroughToTheByte() {
        String large = RECORDING + "x".repeat(3_000_000) + "\r\n--b0undar";

        assertThat(new FormBody().file("audio", large).post(client, ROUTE).text())
                .isEqualTo(large);
    }

    @Test
    void whatCameIsDeletedOnceItsTaskHasEnded() {
        var _ = new FormBody().file("audio", RECORDING).post(client, ROUTE);

        assertNothingIsKept();
    }

    @Test
    void aMissingFileIsNamed() {
        var answer = new FormBody().text("seed", "7").post(client, ROUTE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.schemaError()).isEqualTo("missing [\"body\",\"audio\"] Field required");
    }

    @Test
    void anEmptyFileIsNamed() {
        assertRefused(new FormBody().file("audio", "").post(client, ROUTE), "audio", "is empty.");
    }

    @Test
    void aFileThatIsNoRecordingIsRefusedAndDeleted() {
        var answer = new FormBody().file("audio", "hello").post(client, ROUTE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"audio\"", "is no audio that can be measured");
        assertNothingIsKept();
    }

    @Test
    void aSecondFileIsRefusedAndTheFirstIsDeleted() {
        var answer =
                new FormBody().file("audio", RECORDING).file("audio", RECORDING).post(client, ROUTE);

        assertRefused(answer, "audio", "must be the only file.");
        assertNothingIsKept();
    }

    @Test
    void aFileOfAnotherNameIsToldTheRightOne() {
        assertRefused(new FormBody().file("sound", RECORDING).post(client, ROUTE), "sound", "it is 'audio' that is.");
    }

    /** What is left of the body is read away, so that the caller hears why. */
    @Test
    void aLargeFileOfAnotherNameIsAnsweredToo() {
        var answer = new FormBody().file("sound", "x".repeat(20_000_000)).post(client, ROUTE);

        assertRefused(answer, "sound", "it is 'audio' that is.");
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndDeleted() {
        var answer =
                new FormBody().file("audio", RECORDING + "x".repeat(50_000_000)).post(client, ROUTE);

        assertRefused(answer, "audio", "is larger than 50000000 bytes.");
        assertNothingIsKept();
    }

    @Test
    void aTextMayNotBeEndless() {
        assertRefused(
                new FormBody().text("model_id", "x".repeat(64 * 1024 + 1)).post(client, ROUTE),
                "model_id",
                "is too long");
    }

    @Test
    void textsTogetherMayNotBeEndless() {
        var form = new FormBody();
        for (int i = 0; i < 17; i++) {
            var _ = form.text("text" + i, "x".repeat(64 * 1024));
        }

        assertRefused(form.post(client, ROUTE), "text16", "is too long");
    }

    @Test
    void partsMayNotBeEndless() {
        var form = new FormBody();
        for (int i = 0; i < 1201; i++) {
            var _ = form.text("a", "b");
        }

        assertThat(form.post(client, ROUTE).text()).contains("more than 1200 parts");
    }

    @Test
    void whatIsNoFormIsRefused() {
        var answer = client.bare(
                "POST",
                ROUTE,
                BodyPublishers.ofString("{}"),
                "xi-api-key",
                client.key(),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no form at all", "--b0undary\r\n\r\n", "--b0undary\r\nContent-Disposition: form-data"})
    void aMalformedFormIsRefused(String body) {
        var answer = client.bare(
                "POST",
                ROUTE,
                BodyPublishers.ofString(body),
                "xi-api-key",
                client.key(),
                "Content-Type",
                FormBody.TYPE);

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.json().path("detail").isMissingNode()).isFalse();
    }

    @Test
    void aFormThatEndsInAFileIsRefusedAndTheFileDeleted() {
        var answer = client.bare(
                "POST",
                ROUTE,
                BodyPublishers.ofString(new FormBody().file("audio", RECORDING).open()),
                "xi-api-key",
                client.key(),
                "Content-Type",
                FormBody.TYPE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("not whole and well-formed");
        assertNothingIsKept();
    }

    @Test
    void whatABrokenConnectionLeftIsDeleted() throws Exception {
        String begun = new FormBody().file("audio", RECORDING).open();
        try (var call = new RawCall(client, ROUTE, begun, FormBody.TYPE, begun.length() + 100)) {
            await(() -> gateway.uploadsThere() == 1);
            assertThat(call).isNotNull();
        }

        await(() -> gateway.uploadsThere() == 0);
        assertThat(gateway.tasks(client.account())).isZero();
    }

    @Test
    void whoHasNoKeyIsRefusedBeforeTheBodyHasCome() throws IOException {
        try (var call = new RawCall(client.with("sk-unknown"), ROUTE, "--b0undary\r\n", FormBody.TYPE, 40_000_000)) {
            assertThat(call.readTo("\r\n")).contains("401");
        }
    }

    @Test
    void aRefusedOrderLeavesNothing() {
        var answer = new FormBody().file("audio", RECORDING).post(client, "/v1/speech-to-speech/nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertNothingIsKept();
    }

    @Test
    void whoCannotPayLeavesNothing() {
        var answer = new FormBody().file("audio", RECORDING).post(gateway.client("0"), ROUTE);

        assertThat(answer.status()).isEqualTo(401);
        assertNothingIsKept();
    }

    private static void assertRefused(Answer answer, String field, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
        assertThat(answer.json().at("/detail/message").asText()).contains(message);
    }

    private static void assertNothingIsKept() {
        assertThat(gateway.uploadsThere()).isZero();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
