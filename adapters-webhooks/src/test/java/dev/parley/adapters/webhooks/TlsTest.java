package dev.parley.adapters.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import dev.parley.ports.webhook.WebhookSender.Answer.Unanswered;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

    @TempDir
    private static Path directory = Path.of("");

    private static OwnAuthority authority;

    @BeforeAll
    static void found() throws Exception {
        authority = OwnAuthority.found(directory);
        authority.issue("good", "san=dns:hooks.inside");
        authority.issue("expired", "san=dns:hooks.inside", "-startdate", "-10d", "-validity", "5");
    }

    @Test
    void anOwnAuthorityIsTrustedWhereTheOperatorSaysSo() throws Exception {
        assertThat(post("good", "hooks.inside", authority.pem())).isEqualTo(new Answered(204, null, ""));
    }

    @Test
    void andNowhereElse() throws Exception {
        assertThat(post("good", "hooks.inside", null)).isEqualTo(new Unanswered("TLS: certificate not trusted"));
    }

    @Test
    void aCertificateIsForItsNameOnly() throws Exception {
        assertThat(post("good", "other.inside", authority.pem()))
                .isEqualTo(new Unanswered("TLS: certificate is not for this name"));
    }

    @Test
    void anOldCertificateIsNone() throws Exception {
        assertThat(post("expired", "hooks.inside", authority.pem()))
                .isEqualTo(new Unanswered("TLS: certificate has expired"));
    }

    @Test
    void whoSpeaksNoTlsIsTold() throws Exception {
        try (var receiver = Receiver.saying(NO_CONTENT)) {
            assertThat(post(receiver.port(), "hooks.inside", null, Duration.ofSeconds(10)))
                    .isInstanceOf(Unanswered.class)
                    .isNotEqualTo(new Unanswered("no answer within 10 s"));
        }
    }

    @Test
    void whoNeverShakesHandsIsLeft() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(post(deaf.getLocalPort(), "hooks.inside", null, Duration.ofMillis(600)))
                    .isEqualTo(new Unanswered("no answer within 600 ms"));
        }
    }

    @Test
    void theUsualAuthoritiesStayTrusted() {
        var context = Trust.context(authority.pem());

        assertThat(context.getClientSessionContext()).isNotNull();
        assertThat(Trust.issuers(authority.pem()))
                .hasSizeGreaterThan(Trust.issuers(null).size())
                .containsAll(Trust.issuers(null));
    }

    @Test
    void aFileWithoutCertificatesIsNamed() throws Exception {
        var file = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Trust.context(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> Trust.context(directory.resolve("missing.pem")))
                .hasMessageContaining("missing.pem");
    }

    private static Answer post(String certificate, String name, @Nullable Path trust) throws Exception {
        try (var receiver =
                Receiver.start(authority.listen(certificate), (_, out) -> out.write(NO_CONTENT.getBytes(UTF_8)))) {
            return post(receiver.port(), name, trust, Duration.ofSeconds(10));
        }
    }

    private static Answer post(int port, String name, @Nullable Path trust, Duration limit) {
        var open = Calls.impatient(limit);
        var settings = new WebhookSettings(open.allowed(), open.ports(), trust, limit);
        var names = new ScriptedResolver().answer(name, "127.0.0.1");
        var sockets = new RecordingSockets().standIn("127.0.0.1", port);
        try (var sender = new HttpWebhookSender(settings, names, sockets)) {
            return sender.post(Calls.to(URI.create("https://" + name + "/")));
        }
    }
}
