package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AnswersTest {

    private static final WebhookSettings OPEN = Calls.impatient(Duration.ofSeconds(10));

    @Test
    void theRequestIsThatOfStandardWebhooks() throws IOException {
        try (var receiver = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n")) {
            post(receiver);

            var request = receiver.request();
            assertThat(request.line()).isEqualTo("POST /hook HTTP/1.1");
            assertThat(request.body()).isEqualTo(Calls.BODY);
            assertThat(request.headers())
                    .containsEntry("webhook-id", Calls.ID)
                    .containsEntry("webhook-timestamp", "1614265330")
                    .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("content-length", "20")
                    .containsEntry("host", "127.0.0.1:" + receiver.port())
                    .containsEntry("user-agent", "Parley-Webhooks")
                    .containsEntry("connection", "close")
                    .hasSize(8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200 OK, 200",
        "202 Accepted, 202",
        "302 Found, 302",
        "401 Unauthorized, 401",
        "410 Gone, 410",
        "418 Teapot, 418",
        "500 Broken, 500"
    })
    void theStatusIsHandedOn(String line, int status) throws IOException {
        try (var receiver = Receiver.saying("HTTP/1.1 " + line + "\r\nContent-Length: 4\r\n\r\nwhy?")) {
            assertThat(post(receiver)).isEqualTo(new Answered(status, null, "why?"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "'Thu, 25 Feb 2021 15:03:10 GMT', 60",
        "'Tue, 25 Feb 2031 15:02:10 GMT', 86400",
        "999999999999, 86400",
    })
    void aReceiverMayAskForTime(String header, long seconds) throws IOException {
        try (var receiver =
                Receiver.saying("HTTP/1.1 429 Slow\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(receiver)).isEqualTo(new Answered(429, Duration.ofSeconds(seconds), ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Thu, 25 Feb 2021 15:01:10 GMT", "1.5"})
    void aRequestForTimeThatSaysNothingIsNone(String header) throws IOException {
        try (var receiver =
                Receiver.saying("HTTP/1.1 503 No\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(receiver)).isEqualTo(new Answered(503, null, ""));
        }
    }

    @Test
    void aCookieIsForgotten() throws IOException {
        try (var receiver = Receiver.saying("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n");
                var sender = new HttpWebhookSender(OPEN)) {
            sender.post(Calls.to(receiver.url()));
            sender.post(Calls.to(receiver.url()));

            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests().getLast().headers()).doesNotContainKey("cookie");
        }
    }

    @Test
    void credentialsAreNotAskedFor() throws IOException {
        try (var receiver = Receiver.saying(
                "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(receiver)).isEqualTo(new Answered(401, null, ""));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void nothingIsUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("unpacked ".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        }
        try (var receiver = Receiver.start((_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(packed.toByteArray());
        })) {
            assertThat(((Answered) post(receiver)).excerpt()).doesNotContain("unpacked");
        }
    }

    @Test
    void aCutAnswerHasItsStatus() throws IOException {
        try (var receiver = Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nso far")) {
            assertThat(post(receiver)).isEqualTo(new Answered(200, null, "so far"));
        }
    }

    @Test
    void anAnswerInPiecesIsRead() throws IOException {
        try (var receiver = Receiver.saying(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n4\r\n two\r\n0\r\n\r\n")) {
            assertThat(post(receiver)).isEqualTo(new Answered(200, null, "one two"));
        }
    }

    @Test
    void aSenderThatIsClosedSendsNothing() throws IOException {
        try (var receiver = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n")) {
            var sender = new HttpWebhookSender(OPEN);
            sender.close();

            assertThat(sender.post(Calls.to(receiver.url()))).isEqualTo(new Answer.Unanswered(Reasons.INTERRUPTED));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static Answer post(Receiver receiver) {
        try (var sender = new HttpWebhookSender(OPEN)) {
            return sender.post(Calls.to(receiver.url()));
        }
    }
}
