package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedRequestTest {

    private static final URI URL = URI.create("https://example.org/");
    private static final String VECTOR = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theVectorOfStandardWebhooksIsMet() {
        var signed = SignedRequest.of(Calls.to(URL));

        assertThat(signed.signature()).isEqualTo(VECTOR);
        assertThat(signed.timestamp()).isEqualTo("1614265330");
        assertThat(signed.id()).isEqualTo(Calls.ID);
        assertThat(signed.bytes()).asString().isEqualTo(Calls.BODY);
    }

    @Test
    void eachSecretSignsForItself() {
        var other = SigningSecret.issue(new SecureRandom());

        var both = SignedRequest.of(new Call(URL, Calls.ID, Calls.AT, Calls.BODY, List.of(other, Calls.SECRET)));

        assertThat(both.signature().split(" ", -1))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"))
                .endsWith(VECTOR);
    }

    @Test
    void aReceiverWhoKnowsOneSecretOfTwoIsContent() throws Exception {
        var old = SigningSecret.issue(new SecureRandom());
        var young = SigningSecret.issue(new SecureRandom());
        var now = Instant.now();
        var signed = SignedRequest.of(new Call(URL, "evt_1", now, "{\"ü\":1}", List.of(young, old)));

        for (var known : List.of(old, young)) {
            assertThatCode(() -> new Webhook(known.value()).verify("{\"ü\":1}", headers(signed)))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> new Webhook(old.value()).verify("{\"u\":1}", headers(signed)))
                .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
    }

    @Test
    void whatIsSentIsWhatWasSignedEvenIfHalfALetterIsInIt() throws Exception {
        var now = Instant.now();
        var signed = SignedRequest.of(new Call(URL, "evt_1", now, "{\"text\":\"\ud83d\"}", List.of(Calls.SECRET)));

        var received = new String(signed.bytes(), StandardCharsets.UTF_8);

        assertThat(received).isEqualTo("{\"text\":\"?\"}");
        assertThatCode(() -> new Webhook(Calls.SECRET.value()).verify(received, headers(signed)))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsSentUnsigned() {
        var call = new Call(URL, Calls.ID, Calls.AT, Calls.BODY, List.of());

        assertThatThrownBy(() -> SignedRequest.of(call)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, List<String>> headers(SignedRequest signed) {
        return Map.of(
                "webhook-id", List.of(signed.id()),
                "webhook-timestamp", List.of(signed.timestamp()),
                "webhook-signature", List.of(signed.signature()));
    }
}
