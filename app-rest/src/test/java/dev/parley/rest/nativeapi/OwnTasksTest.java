package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading, listing and cancelling: one's own tasks, and nobody else's. */
class OwnTasksTest {

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
    void somebodyElsesTaskIsNotFound() {
        String id = gateway.client("5").submit(Client.ORDER);

        assertNotFound(gateway.client("5").get("/v1/tasks/" + id));
    }

    @Test
    void somebodyElsesTaskIsNotCancelled() {
        String id = gateway.client("5").submit(Client.ORDER);

        assertNotFound(cancel(gateway.client("5"), id));
        assertThat(gateway.task(id).revision()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "%2e%2e", "a%0d%0ab"})
    void whatIsNoTaskIsNotFound(String id) {
        assertNotFound(gateway.client("5").get("/v1/tasks/" + id));
    }

    @Test
    void anotherKeyOfTheAccountSeesItsTasks() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);
        var colleague = new Client(gateway, client.account(), gateway.key(client.account()));

        assertThat(colleague.get("/v1/tasks/" + id).status()).isEqualTo(200);
    }

    @Test
    void aCancelledTaskCostsNothing() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);

        var answer = cancel(client, id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("cancelled");
        assertThat(answer.json().path("credits").asInt(-1)).isZero();
        assertThat(client.balance().available().toString()).isEqualTo("5");
    }

    @Test
    void aCompletedTaskStaysCompleted() {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);
        gateway.complete(id, new byte[1]);

        assertThat(cancel(client, id).json().path("status").asText()).isEqualTo("completed");
    }

    @Test
    void pagesHoldEveryTaskOnceNewestFirst() {
        var client = gateway.client("50");
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            gateway.clock.forward(Duration.ofSeconds(1));
            submitted.addFirst(client.submit(Client.ORDER));
        }
        gateway.client("5").submit(Client.ORDER);

        assertThat(pages(client, 2)).isEqualTo(submitted);
    }

    @Test
    void theLastPageHasNoCursor() {
        var client = gateway.client("5");
        client.submit(Client.ORDER);

        assertThat(client.get("/v1/tasks?limit=1").json().has("next_cursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 'limit' must be from 1 to 100.",
        "limit=101, 'limit' must be from 1 to 100.",
        "limit=-1, 'limit' must be from 1 to 100.",
        "limit=, 'limit' must be a whole number.",
        "limit=1.5, 'limit' must be a whole number.",
        "limit=99999999999, 'limit' must be a whole number.",
        "limit=1&limit=2, 'limit' must be given once.",
        "cursor=x, 'cursor' must come from an earlier answer."
    })
    void badParametersAreNamed(String query, String message) {
        var answer = gateway.client("5").get("/v1/tasks?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).isEqualTo(message);
    }

    @Test
    void somebodyElsesTaskIsNoCursor() {
        String id = gateway.client("5").submit(Client.ORDER);

        assertThat(gateway.client("5").get("/v1/tasks?cursor=" + id).status()).isEqualTo(400);
    }

    @Test
    void aTaskKeepsItsWarnings() {
        var client = gateway.client("5");
        String id = client.submit(Client.order("Hi", "~nobody"));

        assertThat(client.get("/v1/tasks/" + id).json().path("warnings").path(0).asText())
                .isEqualTo("Voice '~nobody' is not known to the provider fake: Rachel speaks in its place.");
    }

    private static List<String> pages(Client client, int size) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            var page =
                    client.get("/v1/tasks?limit=" + size + "&cursor=" + cursor).json();
            page.path("data").forEach(task -> ids.add(task.path("id").asText()));
            cursor = page.path("next_cursor").asText("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private static Answer cancel(Client client, String id) {
        return client.send("POST", "/v1/tasks/" + id + "/cancel", BodyPublishers.noBody());
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("code")).isEqualTo("task_not_found");
        assertThat(answer.error("message")).isEqualTo("Task ID does not exist.");
    }
}
