package dev.parley.rest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.RawCall;
import dev.parley.rest.fixture.ScriptedAudio;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the dialect, an answer is as live as its audio. */
@Timeout(30)
class LiveAudioTest {

    private static final String STREAM = "/v1/text-to-dialogue/stream";
    private static final String WHOLE = "/v1/text-to-dialogue";
    private static final String BODY = """
        {"inputs":[{"text":"Good evening.","voice_id":"Rachel"},{"text":"Who is there?","voice_id":"Domi"}]}\
        """;
    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("100");
    private final ScriptedAudio audio = new ScriptedAudio();

    LiveAudioTest() {
        gateway.voices.speak(_ -> audio);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theFirstByteGoesOutWhenItIsIn() throws IOException {
        var _ = audio.then("a");
        try (var call = new RawCall(client, STREAM, BODY)) {
            // The provider has no more: whoever waited for a fuller piece would wait for ever.
            assertThat(call.readTo("\r\n\r\n1\r\na")).contains("HTTP/1.1 200", "transfer-encoding: chunked");
        }
    }

    @Test
    void everyPieceGoesOutAtOnce() throws IOException {
        var _ = audio.then("a");
        try (var call = new RawCall(client, STREAM, BODY)) {
            call.readTo("1\r\na");
            for (int i = 0; i < 5; i++) {
                var _ = audio.then("b" + i);
                assertThat(call.readTo("b" + i)).endsWith("2\r\nb" + i);
            }
        }
    }

    @Test
    void aWholeStreamEndsCleanlyAndIsPaid() throws IOException {
        gateway.voices.speak(_ -> ScriptedAudio.whole("one", "", "two"));
        try (var call = new RawCall(client, STREAM, BODY)) {
            assertThat(call.readTo("\r\n0\r\n\r\n")).endsWith("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n");
        }
        assertThat(gateway.onlyTask(client.account()).state()).isInstanceOf(TaskState.Completed.class);
        assertThat(client.balance().held().micros()).isZero();
    }

    @Test
    void aFailureBreaksTheConnectionAndCostsNothing() throws Exception {
        var _ = audio.then("begun");
        try (var call = new RawCall(client, STREAM, BODY)) {
            call.readTo("begun");
            var _ = audio.fail(new Failure.Unavailable("cut off"));

            assertThat(call.readAll()).doesNotContain("0\r\n\r\n");
        }
        assertThat(gateway.onlyTask(client.account()).state()).isInstanceOf(TaskState.Failed.class);
        assertThat(client.balance().spent().micros()).isZero();
        assertThat(audio.closed.get(5, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnOrdinaryError() {
        var failure = new Failure.Unavailable("not today");
        var _ = audio.then("").fail(failure).fail(failure);

        var answer = client.post(STREAM, BODY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().at("/detail/code").asText()).isEqualTo("service_unavailable");
        assertThat(gateway.streams(client.account())).isZero();
    }

    @Test
    void whoHangsUpInMidStreamStopsTheProviderWithinASecond() throws Exception {
        var _ = audio.then("begun");
        try (var call = new RawCall(client, STREAM, BODY)) {
            call.readTo("begun");
        }

        assertThat(audio.closed.get(1, TimeUnit.SECONDS)).isNull();
        awaitSettled();
        assertThat(gateway.onlyTask(client.account()).state()).isInstanceOf(TaskState.Cancelled.class);
    }

    @Test
    void whoHangsUpBeforeTheFirstByteStopsTheProviderWithinASecond() throws Exception {
        hangUpWhileWaiting(STREAM);
    }

    @Test
    void whoHangsUpOnAWholeAnswerStopsTheProviderWithinASecond() throws Exception {
        hangUpWhileWaiting(WHOLE);
    }

    private void hangUpWhileWaiting(String path) throws Exception {
        var asked = new CountDownLatch(1);
        gateway.voices.speak(_ -> {
            asked.countDown();
            return audio;
        });
        try (var _ = new RawCall(client, path, BODY)) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(audio.closed.get(1, TimeUnit.SECONDS)).isNull();
        awaitSettled();
        assertThat(client.balance().spent().micros()).isZero();
    }

    /** 64 MiB are there for the asking: what is taken is what the connection's own buffers hold. */
    @Test
    void whoDoesNotReadIsNotReadFor() throws Exception {
        int most = 8 << 20;
        var _ = audio.then(4096, 16 * 1024).end();
        try (var call = new RawCall(client, STREAM, BODY)) {
            call.readTo("\r\n\r\n");
            awaitStill();

            assertThat(audio.read.get()).isPositive().isLessThan(most);
        }
        awaitSettled();
    }

    @Test
    void whoReadsOnGetsAllOfIt() {
        var _ = audio.then(256, 64 * 1024).end();

        assertThat(client.post(STREAM, BODY).bytes()).hasSize(16 << 20);
    }

    @Test
    void whatIsStoredIsWhatWasSent() throws IOException {
        gateway.voices.speak(_ -> ScriptedAudio.whole("one", "two"));

        var answer = client.post(WHOLE, BODY);

        assertThat(answer.text()).isEqualTo("onetwo");
        assertThat(answer.header("Content-Length")).isEqualTo("6");
    }

    /** Until the provider is asked for nothing more. */
    private void awaitStill() {
        long before;
        do {
            before = audio.read.get();
            pause(Duration.ofMillis(200));
        } while (before == 0 || before != audio.read.get());
    }

    private void awaitSettled() {
        while (gateway.streams(client.account()) > 0) {
            pause(Duration.ofMillis(5));
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
