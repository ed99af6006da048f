package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.IpRange;
import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import dev.parley.ports.webhook.WebhookSender.Answer.Forbidden;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing here can leave the machine: {@link RecordingSockets} writes down who is dialled. That it would write down a forbidden
 * address, were the guard not there, is the last tests' claim.
 */
@Timeout(30)
class ForbiddenAddressesTest {

    private static final String PUBLIC = "93.184.215.14";
    private static final String NAME = "hooks.example";
    private static final URI URL = URI.create("https://" + NAME + "/hook");

    private final RecordingSockets sockets = new RecordingSockets();
    private final ScriptedResolver names = new ScriptedResolver()
            .answer("localhost", "127.0.0.1")
            .answer("example.org", PUBLIC)
            .answer("a_b.example", PUBLIC);

    static List<String> resolved() {
        return ForbiddenAddresses.RESOLVED;
    }

    static List<String> written() {
        return ForbiddenAddresses.WRITTEN;
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noneIsReachedByLiteral(String address) {
        neverReached("https://" + ForbiddenAddresses.host(address) + "/");
    }

    @ParameterizedTest
    @MethodSource("written")
    void noneIsReachedByAnotherSpelling(String url) {
        neverReached(url);
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noneIsReachedByName(String address) {
        names.answer(NAME, address);

        neverReached(URL.toString());
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void noneIsReachedByANameThatChangesItsMind(String address) {
        names.answer(NAME, PUBLIC).answer(NAME, address);
        try (var sender = sender()) {
            assertThat(sender.complaint(URL)).isEmpty();
            assertThat(sender.post(Calls.to(URL))).isInstanceOf(Forbidden.class);
        }
        assertThat(sockets.dials()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void besideAPublicAddressNoneIsReached(String address) {
        names.answer(NAME, address, PUBLIC, address);
        try (var sender = sender()) {
            assertThat(sender.complaint(URL)).isEmpty();
            assertThat(sender.post(Calls.to(URL))).isInstanceOf(Answer.Unanswered.class);
        }
        assertThat(sockets.dialled()).containsExactly(PUBLIC + " 443");
    }

    /** There is nothing between the check and the dial that could be told otherwise. */
    @Test
    void aNameIsAskedForOnceInACall() {
        names.answer(NAME, PUBLIC).answer(NAME, "169.254.169.254");
        try (var sender = sender()) {
            var _ = sender.post(Calls.to(URL));
        }
        assertThat(names.asked()).containsExactly(NAME);
        assertThat(sockets.dialled()).containsExactly(PUBLIC + " 443");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noneIsReachedByRedirect(int status) throws IOException {
        for (var address : ForbiddenAddresses.RESOLVED) {
            try (var receiver = Receiver.saying("HTTP/1.1 " + status + " Elsewhere\r\nLocation: http://"
                    + ForbiddenAddresses.host(address) + "/latest/meta-data/\r\nContent-Length: 0\r\n\r\n")) {
                var first = new RecordingSockets().standIn("127.0.0.1", receiver.port());
                try (var sender = new HttpWebhookSender(WebhookSettings.DEFAULT.allowing("127.0.0.1"), names, first)) {
                    assertThat(sender.post(Calls.to(receiver.url()))).isEqualTo(new Answered(status, null, ""));
                }
                assertThat(first.dialled()).containsExactly("127.0.0.1 " + receiver.port());
            }
        }
    }

    @Test
    void whatANameLeadsToIsNotTold() {
        names.answer(NAME, "10.1.2.3");
        try (var sender = sender()) {
            assertThat(sender.complaint(URL)).contains("must be a URL that leads to a public address.");
            assertThat(sender.post(Calls.to(URL)))
                    .isEqualTo(new Forbidden("the URL must be a URL that leads to a public address."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example",
                "HTTPS://HOOKS.EXAMPLE:8443/a?b=c",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:443/",
                "https://xn--mnchen-3ya.example/",
                "https://not-known-yet.example/"
            })
    void publicOnesAreOpen(String url) {
        names.answer(NAME, PUBLIC).answer("xn--mnchen-3ya.example", "2606:2800:21f::1");
        try (var sender = sender()) {
            assertThat(sender.complaint(URI.create(url))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void whatTheOperatorOpensIsReachedByAnyPortAndByHttp(String address) {
        var settings = WebhookSettings.DEFAULT.allowing(address);
        names.answer(NAME, address);
        try (var sender = new HttpWebhookSender(settings, names, sockets)) {
            var url = URI.create("http://" + NAME + ":1234/");
            assertThat(sender.complaint(url)).isEmpty();
            assertThat(sender.post(Calls.to(url))).isInstanceOf(Answer.Unanswered.class);
            names.answer("other.example", PUBLIC);
            assertThat(sender.complaint(URI.create("http://other.example/"))).contains("must be an https URL.");
        }
        assertThat(sockets.dials()).singleElement().satisfies(dial -> {
            assertThat(dial.getAddress()).isEqualTo(Addresses.of(address));
            assertThat(dial.getPort()).isEqualTo(1234);
        });
    }

    @ParameterizedTest
    @FieldSource("dev.parley.adapters.webhooks.ForbiddenAddresses#RESOLVED")
    void withAGuardThatLetsEverythingThroughTheyAreDialled(String address) {
        names.answer(NAME, address);
        try (var sender = new HttpWebhookSender(everything(), names, sockets)) {
            assertThat(sender.complaint(URL)).isEmpty();
            var _ = sender.post(Calls.to(URL));
        }
        assertThat(sockets.dials())
                .singleElement()
                .satisfies(dial -> assertThat(dial.getAddress()).isEqualTo(Addresses.of(address)));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(new TreeSet<>(ForbiddenAddresses.RESOLVED)).hasSizeGreaterThanOrEqualTo(60);
        assertThat(new TreeSet<>(ForbiddenAddresses.WRITTEN)).hasSizeGreaterThanOrEqualTo(60);
    }

    private void neverReached(String text) {
        try (var sender = sender()) {
            parsed(text).ifPresent(url -> {
                assertThat(sender.complaint(url))
                        .hasValueSatisfying(complaint ->
                                assertThat(complaint).startsWith("must be ").endsWith("."));
                assertThat(sender.post(Calls.to(url))).isInstanceOf(Forbidden.class);
            });
        }
        assertThat(sockets.dials()).isEmpty();
    }

    /** What is no URL to begin with gets no further than that. */
    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private HttpWebhookSender sender() {
        return new HttpWebhookSender(WebhookSettings.DEFAULT, names, sockets);
    }

    private static WebhookSettings everything() {
        var all = List.of(IpRange.parse("0.0.0.0/0"), IpRange.parse("::/0"));
        return new WebhookSettings(all, WebhookSettings.DEFAULT.ports(), null, Duration.ofSeconds(5));
    }
}
