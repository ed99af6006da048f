package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.Race;
import dev.parley.rest.fixture.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final String ORDER = Client.order("Hello", "Rachel");

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        var first = order("k", ORDER);
        var again = order("k", ORDER);

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(200);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.headers("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void anAnswerWithAKeyReadsAsOneWithout() {
        var plain = client.post("/v1/audio/generations", ORDER);
        var named = order("k", ORDER);

        assertThat(named.text().replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(plain.text().replaceAll("[0-9a-f-]{36}", "ID"));
        assertThat(named.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
    }

    @Test
    void aRepeatHasTheSameWarnings() {
        var order = Client.order("Hello", "~unknown").replace("{\"model\"", "{\"nonsense\":1,\"model\"");
        var first = order("k", order);

        assertThat(order("k", order).headers("Parley-Warning"))
                .isEqualTo(first.headers("Parley-Warning"))
                .hasSize(2);
    }

    @Test
    void aHundredAtOnceAreOneTask() {
        var answers = Race.of(100, _ -> order("k", ORDER));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(answers)
                .filteredOn(answer -> answer.headers("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        assertOneTask();
    }

    @Test
    void aThousandInARowAreOneTask() {
        var first = order("k", ORDER).text();

        for (int i = 0; i < 1000; i++) {
            assertThat(order("k", ORDER).text()).isEqualTo(first);
        }
        assertOneTask();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"input\" : {\"dialogue\":[{\"voice\":\"Rachel\",\"text\":\"Hello\"}]},"
                        + "\n\"model\":\"elevenlabs-text-to-dialogue-v3\" }",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":\"\\u0048ello\","
                        + "\"voice\":\"Rachel\"}]}}"
            })
    void spacesOrderAndEscapesMakeNoOtherBody(String same) {
        var first = order("k", ORDER);

        assertThat(order("k", same).text()).isEqualTo(first.text());
    }

    static Stream<String> otherBodies() {
        return Stream.of(
                Client.order("hello", "Rachel"),
                Client.order("Hello", "Domi"),
                ORDER.replace("\"dialogue\"", "\"stability\":0.5,\"dialogue\""),
                ORDER.replace("{\"model\"", "{\"more\":null,\"model\""),
                ORDER.replace("{\"model\"", "{\"more\":\"\\ud800\",\"model\""));
    }

    @ParameterizedTest
    @MethodSource("otherBodies")
    void anotherBodyIsRefused(String other) {
        order("k", ORDER);

        var answer = order("k", other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error("code")).isEqualTo("idempotency_key_reused");
        assertThat(answer.error("type")).isEqualTo("invalid_request_error");
        assertOneTask();
    }

    @Test
    void digitsAreTakenAsWritten() {
        var half = ORDER.replace("\"dialogue\"", "\"stability\":0.5,\"dialogue\"");
        order("k", half);

        assertThat(order("k", half.replace("0.5", "0.50")).status()).isEqualTo(422);
    }

    @Test
    void anotherAccountsKeyIsAnotherKey() {
        var other = gateway.client("5");
        var mine = order("k", ORDER);

        var theirs = other.post("/v1/audio/generations", ORDER, "Idempotency-Key", "k");

        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.text()).isNotEqualTo(mine.text());
        assertThat(theirs.headers("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void anotherApiKeyOfTheAccountMayRepeat() {
        var first = order("k", ORDER);
        var second = client.with(gateway.key(client.account()));

        assertThat(second.post("/v1/audio/generations", ORDER, "Idempotency-Key", "k")
                        .text())
                .isEqualTo(first.text());
    }

    @Test
    void anEstimateTakesNoNotice() {
        client.post("/v1/estimate", ORDER, "Idempotency-Key", "k");

        assertThat(client.post("/v1/estimate", Client.order("Other", "Domi"), "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
        assertThat(order("k", ORDER).status()).isEqualTo(200);
    }

    @Test
    void afterADayTheKeyIsNewAgain() {
        var first = order("k", ORDER);
        gateway.clock.forward(Duration.ofHours(24).minusNanos(1));
        assertThat(order("k", ORDER).text()).isEqualTo(first.text());

        gateway.clock.forward(Duration.ofNanos(1));

        assertThat(order("k", Client.order("Other", "Domi")).status()).isEqualTo(200);
        assertThat(gateway.tasks(client.account())).isEqualTo(2);
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThat(order("k", ORDER.replace("Rachel", "Nobody")).status()).isEqualTo(400);

        assertThat(order("k", ORDER).status()).isEqualTo(200);
    }

    @Test
    void aLackOfCreditsIsNotRemembered() {
        var poor = gateway.client("0");
        assertThat(poor.post("/v1/audio/generations", ORDER, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(402);

        gateway.store.ledger().grant(poor.account(), Credits.ofWhole(1), "test", gateway.clock.instant());

        assertThat(poor.post("/v1/audio/generations", ORDER, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theAnswerStaysWhateverBecomesOfTheTask() {
        var first = order("k", ORDER);
        gateway.complete(first.json().at("/data/taskId").asText(), new byte[] {1});

        assertThat(order("k", ORDER).bytes()).isEqualTo(first.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE idempotency_keys; --", "a b", "\t", "clé", "日本"})
    void whatIsNoKeyIsRefused(String key) throws IOException {
        assertMalformed(key);
    }

    /** The HTTP server already takes a control character for no header, and does not say which. */
    @Test
    void aControlCharacterIsRefused() throws IOException {
        assertThat(named("a\u007f")).startsWith("HTTP/1.1 400 ").contains("\"code\":\"invalid_request\"");
        assertThat(gateway.tasks(client.account())).isZero();
    }

    @Test
    void anEmptyKeyIsRefused() throws IOException {
        assertMalformed("");
    }

    @Test
    void aKeyMayHave255Characters() throws IOException {
        assertThat(order("k".repeat(255), ORDER).status()).isEqualTo(200);
        assertMalformed("k".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"';DROP/**/TABLE/**/tasks;--", "%", "_", "\"", "a,b", "k;q=1", "../../etc"})
    void whateverIsPrintableIsAKeyAndNothingElse(String key) {
        var first = order(key, ORDER);

        assertThat(first.status()).isEqualTo(200);
        assertThat(order(key, ORDER).text()).isEqualTo(first.text());
        assertOneTask();
    }

    @Test
    void twoDifferentKeysAreRefused() {
        var answer = client.post("/v1/audio/generations", ORDER, "Idempotency-Key", "a", "Idempotency-Key", "b");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).isEqualTo("'idempotency-key' must be given once.");
    }

    @Test
    void theSameKeyTwiceIsOne() {
        var answer = client.post("/v1/audio/generations", ORDER, "Idempotency-Key", "a", "Idempotency-Key", "a");

        assertThat(order("a", ORDER).text()).isEqualTo(answer.text());
    }

    private Answer order(String key, String body) {
        return client.post("/v1/audio/generations", body, "Idempotency-Key", key);
    }

    private void assertMalformed(String key) throws IOException {
        assertThat(named(key)).startsWith("HTTP/1.1 400 ").contains("'idempotency-key' must be 1 to 255 printable");
        assertThat(gateway.tasks(client.account())).isLessThanOrEqualTo(1);
    }

    /** On the bare wire: no HTTP client sends all of them. */
    private String named(String key) throws IOException {
        return Wire.exchange(
                gateway,
                "POST /v1/audio/generations HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Authorization: Bearer " + client.key(),
                "Content-Length: 0",
                "Idempotency-Key: " + new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private void assertOneTask() {
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
        assertThat(client.balance().held()).isEqualTo(Credits.parse("0.05"));
    }
}
