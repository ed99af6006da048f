package dev.parley.rest.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link is good exactly as it was signed, and until it expires. */
class LinkAttackTest {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Gateway gateway;
    private Client client;
    private String link;

    @BeforeEach
    void start() {
        gateway = Gateway.start();
        client = gateway.client("5");
        String id = client.submit(Client.ORDER);
        gateway.complete(id, new byte[] {1, 2, 3});
        String url = client.get("/v1/tasks/" + id)
                .json()
                .path("output")
                .path("urls")
                .path(0)
                .asText();
        link = url.substring(gateway.uri().toString().length());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void noCharacterMayChange() {
        for (int i = "/audio/".length(); i < link.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                char flipped = (char) (link.charAt(i) ^ (1 << bit));
                if (UNRESERVED.indexOf(flipped) >= 0) {
                    String forged = link.substring(0, i) + flipped + link.substring(i + 1);

                    assertThat(client.bareGet(forged).status()).as(forged).isIn(403, 404);
                }
            }
        }
    }

    @Test
    void nothingMayBeCutOff() {
        for (int end = link.indexOf('?'); end < link.length(); end++) {
            assertThat(client.bareGet(link.substring(0, end)).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp=, exp=0",
        "exp=, exp=%2B",
        "exp=, exp=-",
        "exp=, exp=1&exp=",
        "sig=, sig=&sig=",
        "sig=, exp=1&sig=",
        "sig=, sig=%3D",
        "dialogue.mp3, other.mp3",
        "dialogue.mp3, dialogue.mp3%00",
        "/audio/, /audio/0"
    })
    void noOtherSpellingIsTheLink(String part, String other) {
        assertForged(whole -> whole.replace(part, other));
    }

    @Test
    void anUpperCaseIdIsNotTheLink() {
        assertForged(
                whole -> whole.substring(0, 7) + whole.substring(7, 43).toUpperCase(Locale.ROOT) + whole.substring(43));
    }

    @Test
    void aLaterExpiryIsForged() {
        long expires = gateway.clock.instant().getEpochSecond() + 86400;

        assertForged(whole -> whole.replace("exp=" + expires, "exp=" + (expires + 1)));
    }

    @Test
    void aForgedLinkIsRefusedInTheEnvelope() {
        var answer = client.bareGet(link + "x");

        assertThat(answer.error("code")).isEqualTo("invalid_request");
        assertThat(answer.error("message")).isEqualTo("This is not a link of this server.");
    }

    @Test
    void aLinkLivesToItsLastSecond() {
        gateway.clock.forward(Duration.ofHours(24).minusSeconds(1));

        var answer = client.bareGet(link);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=1");
    }

    @Test
    void anExpiredLinkIsGone() {
        gateway.clock.forward(Duration.ofHours(24));

        var answer = client.bareGet(link);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
    }

    @Test
    void anExpiredLinkStaysGoneForWhoHasACopy() {
        gateway.clock.forward(Duration.ofHours(24));

        assertThat(client.bareGet(link, "If-None-Match", "*").status()).isEqualTo(410);
    }

    private void assertForged(UnaryOperator<String> change) {
        String forged = change.apply(link);

        assertThat(forged).isNotEqualTo(link);
        assertThat(client.bareGet(forged).status()).isEqualTo(403);
    }
}
