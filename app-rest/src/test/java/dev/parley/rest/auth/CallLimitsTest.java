package dev.parley.rest.auth;

import static dev.parley.rest.auth.KeyAccessTest.assertEnvelope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.Race;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CallLimitsTest {

    /** One credit's worth. */
    private static final String ORDER = Client.order("x".repeat(100), "Rachel");

    private final Gateway gateway = Gateway.start();
    private final Client client = gateway.client("1000");

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void everyAnswerTellsHowTheKeyStands() {
        var limited = limited(100, null);
        for (int i = 0; i < 49; i++) {
            limited.get("/v1/credits");
        }

        var answer = limited.get("/v1/tasks");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
        assertThat(answer.header("RateLimit")).isEqualTo("\"default\";r=50;t=30");
    }

    @Test
    void anAnswerToAKeyWithoutARateTellsNothing() {
        var answer = limited(null, 5).get("/v1/credits");

        assertThat(answer.headers("RateLimit")).isEmpty();
        assertThat(answer.headers("RateLimit-Policy")).isEmpty();
    }

    /** Whatever becomes of a call, it counts and is told. */
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/credits, '', 200",
        "GET, /v1/tasks/nothing, '', 404",
        "GET, /v1/nothing, '', 404",
        "DELETE, /v1/credits, '', 405",
        "GET, /api/v1/models, '', 200",
        "GET, /v2/requests/status/x, '', 404",
        "POST, /eleven-v3-alpha-954/v1/eleven-v3-alpha-request, {}, 400",
        "POST, /elevenlabs-music-api-368/v1/elevenlabs-music-api-request, {}, 400",
        "POST, /v1/estimate, no json, 400",
        "POST, /v1/audio/generations, {}, 400"
    })
    void everyCallCounts(String method, String path, String body, int status) {
        var limited = limited(60, null);

        var answer = limited.send(method, path, BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(limited.get("/v1/credits").header("RateLimit")).isEqualTo("\"default\";r=58;t=2");
    }

    @Test
    void oneRequestTooManyIsTooMany() {
        var limited = limited(12, null);
        for (int i = 0; i < 12; i++) {
            assertThat(limited.get("/v1/credits").status()).isEqualTo(200);
        }

        var answer = limited.get("/v1/credits");

        assertEnvelope(answer, 429, "rate_limit_exceeded", "rate_limit_error");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("RateLimit")).isEqualTo("\"default\";r=0;t=5");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=12;w=60");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 12, 13, 59})
    void aRetryIsTooEarlyASecondBeforeAndNotThen(int rate) {
        var limited = limited(rate, null);
        Answer answer;
        do {
            answer = limited.get("/v1/credits");
        } while (answer.status() == 200);

        gateway.clock.forward(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After")) - 1));
        assertEnvelope(limited.get("/v1/credits"), 429, "rate_limit_exceeded", "rate_limit_error");
        gateway.clock.forward(Duration.ofSeconds(1));

        assertThat(limited.get("/v1/credits").status()).isEqualTo(200);
    }

    @Test
    void racingCallersNeverExceedTheRate() {
        var limited = limited(17, null);

        var answers = Race.of(64, _ -> limited.get("/v1/credits"));

        assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(17);
        assertThat(answers)
                .filteredOn(one -> one.status() != 200)
                .hasSize(47)
                .allSatisfy(one -> assertEnvelope(one, 429, "rate_limit_exceeded", "rate_limit_error"));
    }

    @Test
    void exactlySoManyOfManyCallersAtOnceComeIn() throws InterruptedException {
        var limited = limited(null, 5);
        var answer = new CountDownLatch(1);
        gateway.voices.waitFor(answer);
        var refusedAll = new CountDownLatch(59);
        var releaser = Thread.ofVirtual().start(() -> {
            await(refusedAll);
            answer.countDown();
        });

        var answers = Race.of(64, _ -> {
            var one = limited.get("/v1/voices");
            if (one.status() == 429) {
                refusedAll.countDown();
            }
            return one;
        });

        releaser.join();
        assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(5);
        assertThat(answers).filteredOn(one -> one.status() != 200).hasSize(59).allSatisfy(one -> {
            assertEnvelope(one, 429, "rate_limit_exceeded", "rate_limit_error");
            assertThat(one.header("Retry-After")).isEqualTo("1");
        });
    }

    /** On one connection, the next request is read when the answer before it is written. */
    @Test
    void oneAfterTheOtherIsOneAtOnce() {
        var limited = limited(null, 1);

        for (int i = 0; i < 300; i++) {
            assertThat(limited.get("/v1/credits").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "", "{\"model\": 7}", "{\"model\":\"none\",\"input\":{\"dialogue\":[]}}"})
    void aRefusedCallHasEnded(String body) {
        var limited = limited(null, 1);
        for (int i = 0; i < 20; i++) {
            assertThat(limited.post("/v1/audio/generations", body).status()).isIn(400, 404);
        }
    }

    @Test
    void aBrokenCallHasEnded() {
        var limited = limited(null, 1);
        gateway.voices.fail(new IllegalStateException("a bug"));

        for (int i = 0; i < 20; i++) {
            assertThat(limited.get("/v1/voices").status()).isEqualTo(500);
        }
    }

    @Test
    void aCallerWhoLeavesBeforeTheyHaveSpokenHasEnded() throws IOException {
        var limited = limited(null, 1);

        leave(limited, "POST /v1/audio/generations", "Content-Length: 1000", "{\"model\":");

        assertRoomFor(limited);
    }

    @Test
    void aCallerWhoLeavesBeforeTheAnswerHasEnded() throws IOException {
        var limited = limited(null, 1);
        var answer = new CountDownLatch(1);
        gateway.voices.waitFor(answer);

        leave(limited, "GET /v1/voices", "Accept: */*", "");

        answer.countDown();
        assertRoomFor(limited);
    }

    static Stream<SpendLimits> spends() {
        var ten = Credits.ofWhole(10);
        return Stream.of(
                new SpendLimits(ten, null, null), new SpendLimits(null, ten, null), new SpendLimits(null, null, ten));
    }

    @ParameterizedTest
    @MethodSource("spends")
    void racingOrdersNeverSpendMoreThanTheKeyMay(SpendLimits spend) {
        var limited = client.with(new KeyLimits(List.of(), Set.of(), null, null, spend));

        var answers = Race.of(64, _ -> limited.post("/v1/audio/generations", ORDER));

        assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(10);
        assertThat(answers)
                .filteredOn(one -> one.status() != 200)
                .hasSize(54)
                .allSatisfy(one -> assertEnvelope(one, 429, "spend_limit_exceeded", "billing_error"));
        assertThat(client.balance().held()).isEqualTo(Credits.ofWhole(10));
        assertThat(gateway.tasks(client.account())).isEqualTo(10);
    }

    @Test
    void racingOrdersNeverSpendMoreThanTheBalance() {
        var poor = gateway.client("7.5");

        var answers = Race.of(64, _ -> poor.post("/v1/audio/generations", ORDER));

        assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(7);
        assertThat(answers)
                .filteredOn(one -> one.status() != 200)
                .hasSize(57)
                .allSatisfy(one -> assertEnvelope(one, 402, "insufficient_credits", "billing_error"));
        assertThat(poor.balance().available()).isEqualTo(Credits.parse("0.5"));
        assertThat(gateway.tasks(poor.account())).isEqualTo(7);
    }

    @Test
    void aSpendLimitSaysWhenItsHourEnds() {
        var limited = client.with(spending(Credits.ofWhole(1), null));
        assertThat(limited.post("/v1/audio/generations", ORDER).status()).isEqualTo(200);

        var answer = limited.post("/v1/audio/generations", ORDER);

        assertEnvelope(answer, 429, "spend_limit_exceeded", "billing_error");
        gateway.clock.forward(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After")) - 1));
        assertThat(limited.post("/v1/audio/generations", ORDER).status()).isEqualTo(429);
        gateway.clock.forward(Duration.ofSeconds(1));
        assertThat(limited.post("/v1/audio/generations", ORDER).status()).isEqualTo(200);
    }

    @Test
    void aTotalLimitNamesNoTime() {
        var limited = client.with(spending(null, Credits.parse("0.5")));

        var answer = limited.post("/v1/audio/generations", Client.order("x".repeat(100), "Rachel"));

        assertEnvelope(answer, 429, "spend_limit_exceeded", "billing_error");
        assertThat(answer.headers("Retry-After")).isEmpty();
    }

    private Client limited(@Nullable Integer rate, @Nullable Integer atOnce) {
        return client.with(new KeyLimits(List.of(), Set.of(), rate, atOnce, SpendLimits.NONE));
    }

    private static KeyLimits spending(@Nullable Credits hour, @Nullable Credits total) {
        return new KeyLimits(List.of(), Set.of(), null, null, new SpendLimits(hour, null, total));
    }

    /** Begins a call that takes the key's only place, and hangs up once it has. */
    private void leave(Client caller, String request, String header, String body) throws IOException {
        var head = request + " HTTP/1.1\r\nHost: x\r\nx-api-key: " + caller.key() + "\r\n" + header + "\r\n\r\n";
        boolean left = false;
        while (!left) {
            try (var socket =
                    new Socket(InetAddress.getLoopbackAddress(), gateway.uri().getPort())) {
                socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
                left = isUnderWay(caller, socket);
            }
        }
    }

    /** Not so where the asking itself had the only place when the call came: then that is answered, by 429. */
    private static boolean isUnderWay(Client caller, Socket socket) throws IOException {
        while (socket.getInputStream().available() == 0) {
            if (caller.get("/v1/credits").status() == 429) {
                return true;
            }
        }
        return false;
    }

    /** Soon. */
    private static void assertRoomFor(Client caller) {
        while (caller.get("/v1/credits").status() != 200) {
            Thread.onSpinWait();
        }
        assertThat(caller.get("/v1/credits").status()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
