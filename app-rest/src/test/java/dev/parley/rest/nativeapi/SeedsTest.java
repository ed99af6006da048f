package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.render.Failure;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples of seeds/000, word for word. */
class SeedsTest {

    private static final List<String> BESIDE = List.of("kind", "credits", "characters", "provider");
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void createAnswersWithATaskId() {
        var client = gateway.client("5");
        String order =
                Client.ORDER.replaceFirst("\"input\"", "\"callback_url\": \"https://your-server.com/webhook\", $0");

        var answer = client.post("/v1/audio/generations", order, "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(200);
        String id = answer.json().path("data").path("taskId").asText();
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"code": 200, "msg": "success", "data": {"taskId": "%s"}}\
            """.formatted(id)));
        assertThat(gateway.task(id).account()).isEqualTo(client.account());
    }

    @Test
    void stabilityAndLanguageHaveTheirDefaults() {
        var client = gateway.client("5");

        String id = client.submit(Client.order("Hi.", "Rachel"));

        var settings = ((DialogueRequest) gateway.task(id).request()).dialogue().settings();
        assertThat(settings.stability()).isEqualTo(0.5);
        assertThat(settings.language()).hasToString("auto");
    }

    @Test
    void createHoldsWhatTheEstimateSays() {
        var client = gateway.client("5");

        client.submit(Client.ORDER);

        assertThat(client.balance().held().toString()).isEqualTo("0.74");
    }

    @Test
    void estimatePricesWithoutATask() {
        var client = gateway.client("5");

        var answer = client.post("/v1/estimate", Client.order("Hello there!", "21m00Tcm4TlvDq8ikWAM"));

        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"code":200,"msg":"success",
             "data":{"model":"elevenlabs-text-to-dialogue-v3","characters":12,"credits":0.12,
                     "unit":"character","units":12}}\
            """));
        assertThat(client.balance().held().toString()).isEqualTo("0");
        assertThat(client.get("/v1/tasks").json().path("data")).isEmpty();
    }

    @Test
    void estimateIsFreeForAnEmptyAccount() {
        assertThat(gateway.client("0").post("/v1/estimate", Client.ORDER).status())
                .isEqualTo(200);
    }

    @Test
    void smallPricesHaveNoExponent() {
        var client = gateway.client("0.000001");

        assertThat(client.get("/v1/credits").text())
                .isEqualTo(
                        "{\"code\":200,\"msg\":\"success\",\"data\":{\"available\":0.000001,\"held\":0,\"spent\":0}}");
    }

    @Test
    void largeBalancesHaveNoExponent() {
        var client = gateway.client("5000000000");

        assertThat(client.get("/v1/credits").text()).contains("\"available\":5000000000,");
    }

    @Test
    void aPendingTaskShowsNoOutput() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        assertThat(seen(client, id)).isEqualTo(Answer.parse("""
            {"id": "%s", "status": "pending", "model": "elevenlabs-text-to-dialogue-v3", "created_at": %d}\
            """.formatted(id, now())));
    }

    @Test
    void aTaskBeingRenderedIsProcessing() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        gateway.begin(id);

        assertThat(seen(client, id).path("status").asText()).isEqualTo("processing");
    }

    @Test
    void aCompletedTaskShowsItsAudio() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);
        long created = now();
        gateway.clock.forward(Duration.ofSeconds(48));

        gateway.complete(id, new byte[] {1, 2, 3});

        var task = seen(client, id);
        String url = task.path("output").path("urls").path(0).asText();
        assertThat(url).startsWith(gateway.uri() + "/audio/" + id + "/dialogue.mp3?");
        assertThat(task).isEqualTo(Answer.parse("""
            {"id": "%s", "status": "completed", "model": "elevenlabs-text-to-dialogue-v3",
             "created_at": %d, "completed_at": %d,
             "output": {"urls": ["%s"], "metadata": {"model": "elevenlabs-text-to-dialogue-v3"}}}\
            """.formatted(id, created, created + 48, url)));
    }

    @Test
    void aCompletedTaskShowsItsCostAndItsProvider() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        gateway.complete(id, new byte[1]);

        var task = client.get("/v1/tasks/" + id).json();
        assertThat(task.path("credits").decimalValue()).isEqualByComparingTo("0.74");
        assertThat(task.path("characters").asInt()).isEqualTo(74);
        assertThat(task.path("provider").asText()).isEqualTo("fake");
        assertThat(task.has("warnings")).isFalse();
    }

    @Test
    void aFailedTaskShowsWhy() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        gateway.fail(id, new Failure.Rejected("Generation failed"));

        assertThat(seen(client, id)).isEqualTo(Answer.parse("""
            {"id": "%s", "status": "failed", "model": "elevenlabs-text-to-dialogue-v3", "created_at": %d,
             "error": {"code": "upstream_error", "message": "Generation failed"}}\
            """.formatted(id, now())));
        assertThat(client.balance().available().toString()).isEqualTo("5");
    }

    @Test
    void aFailedTaskHidesWhatIsTheOperators() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        gateway.fail(id, new Failure.Misconfigured("the key sk_live_123 is revoked"));

        assertThat(seen(client, id).path("error").path("message").asText()).isEqualTo("The provider is not available.");
    }

    @Test
    void aMissingModelIsNamed() {
        var answer = gateway.client("5").post("/v1/audio/generations", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"error": {"code": "invalid_request", "message": "'model' is required.", "type": "invalid_request_error"}}\
            """));
    }

    @Test
    void aLowBalanceIsABillingError() {
        var answer = gateway.client("0.73").post("/v1/audio/generations", Client.ORDER);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.error("code")).isEqualTo("insufficient_credits");
        assertThat(answer.error("type")).isEqualTo("billing_error");
        assertThat(answer.error("message"))
                .startsWith("Your credit balance is too low")
                .endsWith("Please top up.");
    }

    /** The task without what Parley adds to the seeds' shape. */
    private static JsonNode seen(Client client, String id) {
        var task = (ObjectNode) client.get("/v1/tasks/" + id).json();
        return task.remove(BESIDE);
    }

    private static long now() {
        return gateway.clock.instant().getEpochSecond();
    }
}
