package dev.parley.adapters.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import dev.parley.ports.webhook.WebhookSender.Answer.Unanswered;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BadReceiversTest {

    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Answer TOO_LATE = new Unanswered("no answer within 600 ms");

    @Test
    void whoHangsIsLeft() throws Exception {
        try (var receiver = Receiver.silent()) {
            assertThat(post(receiver, SHORT)).isEqualTo(TOO_LATE);
            receiver.awaitDepartures(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\n\r\n"})
    void whoDripsIsLeftWhereverTheyAre(String before) throws Exception {
        try (var receiver = Receiver.start((_, out) -> drip(before, out))) {
            assertThat(post(receiver, SHORT)).isEqualTo(TOO_LATE);
            receiver.awaitDepartures(1);
        }
    }

    @Test
    void endlessPromisesOfAnAnswerAreNone() throws Exception {
        try (var receiver = Receiver.start((_, out) -> {
            while (true) {
                out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(UTF_8));
            }
        })) {
            assertThat(post(receiver, SHORT)).isEqualTo(TOO_LATE);
            receiver.awaitDepartures(1);
        }
    }

    @Test
    void ofAHundredMegabytesTheBeginningIsRead() throws Exception {
        var written = new AtomicLong();
        try (var receiver = Receiver.start((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n".getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write("x".repeat(1 << 20).getBytes(UTF_8));
                written.addAndGet(1 << 20);
            }
        })) {
            assertThat(post(receiver, LONG)).isEqualTo(new Answered(200, null, "x".repeat(500)));
            receiver.awaitDepartures(1);
            assertThat(written).as("what fits into buffers").hasValueLessThan(32 << 20);
        }
    }

    @Test
    void endlessHeadersAreNoAnswer() throws Exception {
        try (var receiver = Receiver.start((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(UTF_8));
            }
        })) {
            assertThat(post(receiver, LONG)).isEqualTo(new Unanswered("the answer is not HTTP"));
        }
    }

    @Test
    void aResetIsTold() throws Exception {
        try (var receiver = Receiver.start((caller, _) -> {
            caller.setSoLinger(true, 0);
            caller.close();
        })) {
            assertThat(post(receiver, LONG)).isEqualTo(new Unanswered("connection broken"));
        }
    }

    @Test
    void anEmptyAnswerIsTold() throws Exception {
        try (var receiver = Receiver.saying("")) {
            assertThat(post(receiver, LONG)).isEqualTo(new Unanswered("connection closed without an answer"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 two hundred\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
            })
    void garbageIsNoAnswer(String garbage) throws Exception {
        try (var receiver = Receiver.saying(garbage.repeat(1000))) {
            assertThat(post(receiver, LONG)).isEqualTo(new Unanswered("the answer is not HTTP"));
        }
    }

    @Test
    void whoIsNotThereHasRefused() throws Exception {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (var sender = new HttpWebhookSender(Calls.impatient(LONG))) {
            assertThat(sender.post(Calls.to("http://127.0.0.1:" + port + "/")))
                    .isEqualTo(new Unanswered("connection refused"));
        }
    }

    @Test
    void anotherAddressOfTheNameIsTried() throws Exception {
        try (var receiver = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n")) {
            var sockets = new RecordingSockets().standIn("8.8.4.4", receiver.port());
            var names = new ScriptedResolver().answer("hooks.example", "8.8.8.8", "8.8.4.4");
            var settings = WebhookSettings.DEFAULT.allowing("8.8.0.0/16");
            try (var sender = new HttpWebhookSender(settings, names, sockets)) {
                assertThat(sender.post(Calls.to("http://hooks.example/"))).isEqualTo(new Answered(204, null, ""));
                assertThat(sockets.dialled()).containsExactly("8.8.8.8 80", "8.8.4.4 80");
            }
        }
    }

    @Test
    void aNameThatLeadsNowhereIsTold() {
        try (var sender =
                new HttpWebhookSender(WebhookSettings.DEFAULT, new ScriptedResolver(), new RecordingSockets())) {
            assertThat(sender.post(Calls.to("https://nowhere.example/")))
                    .isEqualTo(new Unanswered("the name could not be resolved"));
        }
    }

    @Test
    void aNameThatNobodyAnswersForTakesNoLongerThanTheCall() {
        var never = new CountDownLatch(1);
        try (var sender =
                new HttpWebhookSender(Calls.impatient(SHORT), name -> await(never, name), new RecordingSockets())) {
            assertThat(sender.post(Calls.to("https://slow.example/"))).isInstanceOf(Unanswered.class);
            assertThat(sender.complaint(Calls.to("https://slow.example/").url()))
                    .as("2 s later")
                    .isEmpty();
            never.countDown();
        }
    }

    private static InetAddress[] await(CountDownLatch never, String name) {
        try {
            assertThat(never.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            return new InetAddress[0];
        } catch (InterruptedException e) {
            return new InetAddress[0];
        }
    }

    private static void drip(String before, OutputStream out) throws IOException, InterruptedException {
        out.write(before.getBytes(UTF_8));
        while (true) {
            out.write('x');
            out.flush();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Answer post(Receiver receiver, Duration limit) {
        try (var sender = new HttpWebhookSender(Calls.impatient(limit))) {
            return sender.post(Calls.to(receiver.url()));
        }
    }
}
