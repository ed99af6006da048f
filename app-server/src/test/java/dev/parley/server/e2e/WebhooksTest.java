package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.e2e.Crowd.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred tasks over real HTTP, whose callbacks go to receivers that are well, fail once, hang, redirect to the cloud's
 * own address, answer 100 MB, or are restarted; an endpoint of the account is told of each as well.
 */
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class WebhooksTest {

    private static final int TASKS = 500;
    private static final List<String> KINDS = List.of("well", "fails", "hangs", "redirects", "huge", "restarted");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Crowd crowd = new Crowd();
    private final Map<String, String> kindByTask = new ConcurrentHashMap<>();
    private String endpointSecret = "";

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void orderAll(@TempDir Path data) throws Exception {
        running = RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_WEBHOOKS_ALLOW", "127.0.0.1",
                        "PARLEY_WEBHOOKS_TIMEOUT", "4s",
                        "PARLEY_LIMITS_ACCOUNT_RENDERS", "8"));
        var made = running.postJson(
                        "/v1/webhooks/endpoints",
                        JSON.createObjectNode()
                                .put(
                                        "url",
                                        "http://127.0.0.1:" + crowd.url("well").getPort() + "/ep"))
                .path("data");
        endpointSecret = made.path("secret").asText();
        crowd.close("restarted");
        submit();
        await(() -> toEndpoint().size() >= TASKS / 2, Duration.ofSeconds(60));
        crowd.reopen("restarted");
        await(() -> toEndpoint().size() >= TASKS, Duration.ofSeconds(60));
        resendToRestarted();
        await(this::isQuiet, Duration.ofSeconds(30));
    }

    /** What failed twice while it was down would wait five minutes. */
    private void resendToRestarted() {
        String place = "http://127.0.0.1:" + crowd.url("restarted").getPort();
        String cursor = "";
        do {
            var page = running.getJson("/v1/webhooks/deliveries?state=waiting&limit=100&cursor=" + cursor);
            for (var delivery : page.path("data")) {
                if (delivery.path("destination").asText().equals(place)) {
                    String path =
                            "/v1/webhooks/deliveries/" + delivery.path("id").asText() + "/resend";
                    var answer = running.post(path, new byte[0], "Authorization", "Bearer " + RunningGateway.KEY);
                    assertThat(answer.statusCode())
                            .as("409 while it is being sent")
                            .isIn(200, 409);
                }
            }
            cursor = page.path("next_cursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
    }

    @AfterAll
    void stop() {
        running.close();
        crowd.close();
    }

    private void submit() throws Exception {
        var places = new Semaphore(16);
        List<Callable<String>> orders = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            String kind = KINDS.get(i % KINDS.size());
            orders.add(() -> {
                places.acquire();
                try {
                    String id = order(kind);
                    kindByTask.put(id, kind);
                    return id;
                } finally {
                    places.release();
                }
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var submitted : threads.invokeAll(orders)) {
                assertThat(submitted.get()).isNotEmpty();
            }
        }
    }

    private String order(String kind) throws IOException {
        return running.postJson("/v1/audio/generations", JSON.readTree("""
            {"model":"elevenlabs-text-to-dialogue-v3","callback_url":"%s",
             "input":{"dialogue":[{"text":"Hi.","voice":"21m00Tcm4TlvDq8ikWAM"}]}}\
            """.formatted(crowd.url(kind))))
                .at("/data/taskId")
                .asText();
    }

    @Test
    void noneIsLost() {
        assertThat(heardBy("well")).containsAll(tasks("well"));
        assertThat(heardBy("huge")).containsAll(tasks("huge"));
        assertThat(heardBy("fails")).containsAll(tasks("fails"));
        assertThat(heardBy("restarted")).containsAll(tasks("restarted"));
        assertThat(toEndpoint().stream().map(call -> call.json().at("/data/id").asText()))
                .containsAll(kindByTask.keySet());
    }

    @Test
    void noneIsToldUnderTwoIds() {
        for (var kind : KINDS) {
            var ids = crowd.calls(kind).stream()
                    .filter(call -> !call.json().has("data"))
                    .collect(Collectors.groupingBy(
                            call -> call.json().path("id").asText(), Collectors.mapping(Call::id, Collectors.toSet())));
            assertThat(ids).as(kind).allSatisfy((_, used) -> assertThat(used).hasSize(1));
        }
        assertThat(toEndpoint()).extracting(Call::id).doesNotHaveDuplicates();
    }

    @Test
    void whoFailsOnceHearsTwiceAndNoMore() {
        assertThat(crowd.calls("fails")).hasSize(2 * tasks("fails").size());
    }

    @Test
    void aRedirectAndASilenceWaitForTheirNextAttempt() {
        for (var kind : List.of("redirects", "hangs")) {
            String task = tasks(kind).getFirst();
            assertThat(running.getJson("/v1/webhooks/deliveries?task=" + task).path("data"))
                    .filteredOn(delivery -> !delivery.has("endpoint"))
                    .as(kind)
                    .singleElement()
                    .satisfies(delivery ->
                            assertThat(delivery.path("state").asText()).isIn("waiting", "sending"));
        }
    }

    @Test
    void whoIsWellIsToldWithinFiveSeconds() {
        var late = toEndpoint().stream()
                .filter(call -> Duration.between(
                                        Instant.parse(
                                                call.json().path("timestamp").asText()),
                                        call.at())
                                .compareTo(SOON)
                        > 0)
                .toList();

        assertThat(late).hasSizeLessThanOrEqualTo(TASKS / 100);
    }

    @Test
    void everythingIsSigned() throws Exception {
        String callbackSecret = running.getJson("/v1/webhooks/callback-secret")
                .at("/data/secret")
                .asText();

        var callback = crowd.calls("fails").getFirst();
        assertThat(callback.signature()).isEqualTo(signature(callback, callbackSecret));
        var told = toEndpoint().getFirst();
        assertThat(told.signature()).isEqualTo(signature(told, endpointSecret));
    }

    @Test
    void aCallbackSaysWhatALookAtTheTaskSays() throws IOException {
        var call = crowd.calls("fails").getFirst();

        assertThat(call.json())
                .isEqualTo(running.getJson("/v1/tasks/" + call.json().path("id").asText()));
    }

    private List<Call> toEndpoint() {
        return crowd.calls("well").stream()
                .filter(call -> call.json().has("data"))
                .toList();
    }

    private List<String> heardBy(String kind) {
        return crowd.calls(kind).stream()
                .map(call -> call.json().path("id").asText())
                .toList();
    }

    private List<String> tasks(String kind) {
        return kindByTask.entrySet().stream()
                .filter(task -> task.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether all have heard that ever will, soon. */
    private boolean isQuiet() {
        return heardBy("restarted").containsAll(tasks("restarted"))
                && crowd.calls("fails").size() == 2 * tasks("fails").size()
                && heardBy("huge").containsAll(tasks("huge"))
                && heardBy("well").containsAll(tasks("well"));
    }

    private static String signature(Call call, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = call.id() + "." + call.timestamp() + "." + call.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        var until = Instant.now().plus(atMost);
        while (!condition.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
    }
}
