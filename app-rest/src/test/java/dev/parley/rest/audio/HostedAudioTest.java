package dev.parley.rest.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.TaskState;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedAudioTest {

    private static final byte[] AUDIO = new byte[100_000];
    private static Gateway gateway;
    private static Client client;
    private static String id;
    private static String url;

    @BeforeAll
    static void start() {
        new Random(7).nextBytes(AUDIO);
        gateway = Gateway.start();
        client = gateway.client("50");
        id = client.submit(Client.ORDER);
        gateway.complete(id, AUDIO);
        url = url(id);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theWholeComesWithoutAKeyInOnePiece() {
        var answer = client.bareGet(url);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(AUDIO);
        assertThat(answer.header("Content-Length")).isEqualTo("100000");
        assertThat(answer.headers("Transfer-Encoding")).isEmpty();
    }

    @Test
    void theHeadersSayWhatItIs() throws Exception {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(AUDIO);

        var answer = client.bareGet(url);

        assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"dialogue.mp3\"");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo("\"" + HexFormat.of().formatHex(sha256) + "\"");
        assertThat(answer.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=86400");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void headSaysTheSameWithoutTheAudio() {
        var answer = client.bare("HEAD", url, BodyPublishers.noBody(), "Range", "bytes=0-9");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("100000");
        assertThat(answer.header("ETag")).isEqualTo(client.bareGet(url).header("ETag"));
        assertThat(answer.bytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=500-, 500, 99999",
        "bytes=-10, 99990, 99999",
        "bytes=99999-99999, 99999, 99999",
        "bytes=0-200000, 0, 99999"
    })
    void aPartIsExactlyThatPart(String range, int first, int last) {
        var answer = client.bareGet(url, "Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/100000");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(last - first + 1));
        assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(AUDIO, first, last + 1));
    }

    @Test
    void aDownloadResumedAnywhereIsWhole() {
        var random = new Random(11);
        for (int i = 0; i < 50; i++) {
            int cut = random.nextInt(AUDIO.length);

            var rest = client.bareGet(url, "Range", "bytes=" + cut + "-");

            assertThat(rest.bytes()).isEqualTo(Arrays.copyOfRange(AUDIO, cut, AUDIO.length));
        }
    }

    @Test
    void severalRangesGetTheWhole() {
        assertThat(client.bareGet(url, "Range", "bytes=0-1,5-6").status()).isEqualTo(200);
    }

    @Test
    void aRangeBeyondTheEndLearnsTheLength() {
        var answer = client.bareGet(url, "Range", "bytes=100000-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */100000");
        assertThat(answer.error("code")).isEqualTo("invalid_request");
    }

    @Test
    void aPartOfTheSameCopyIsResumed() {
        String tag = client.bareGet(url).header("ETag");

        assertThat(client.bareGet(url, "Range", "bytes=0-9", "If-Range", tag).status())
                .isEqualTo(206);
    }

    @ParameterizedTest
    @CsvSource({"'\"other\"'", "'Wed, 21 Oct 2015 07:28:00 GMT'", "W/%s"})
    void aPartOfAnotherCopyIsTheWhole(String copy) {
        String tag = client.bareGet(url).header("ETag");

        assertThat(client.bareGet(url, "Range", "bytes=0-9", "If-Range", copy.formatted(tag))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"%s", "W/%s", "*", "'\"other\", %s'"})
    void whatTheCallerHasIsNotSentAgain(String copies) {
        String tag = client.bareGet(url).header("ETag");

        var answer = client.bareGet(url, "If-None-Match", copies.formatted(tag));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag);
    }

    @Test
    void anotherCopyIsReplaced() {
        assertThat(client.bareGet(url, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void eachFormatHasItsOwnTypeAndName() {
        String order = Client.ORDER.replace("\"stability\"", "\"output_format\": \"opus_48000_64\", \"stability\"");
        String opus = client.submit(order);
        gateway.complete(opus, new byte[10]);

        var answer = client.bareGet(url(opus));

        assertThat(answer.header("Content-Type")).isEqualTo("audio/ogg; codecs=opus");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"dialogue.opus\"");
    }

    @Test
    void emptyAudioIsServed() {
        String empty = client.submit(Client.ORDER);
        gateway.complete(empty, new byte[0]);

        var answer = client.bareGet(url(empty));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void deletedAudioIsGone() throws IOException {
        String deleted = client.submit(Client.ORDER);
        var task = gateway.complete(deleted, new byte[10]);
        gateway.store.audio().delete(((TaskState.Completed) task.state()).audio());

        assertThat(client.bareGet(url(deleted)).status()).isEqualTo(410);
        assertThat(client.bare("HEAD", url(deleted), BodyPublishers.noBody()).status())
                .isEqualTo(410);
    }

    private static String url(String task) {
        return client.get("/v1/tasks/" + task)
                .json()
                .path("output")
                .path("urls")
                .path(0)
                .asText();
    }
}
