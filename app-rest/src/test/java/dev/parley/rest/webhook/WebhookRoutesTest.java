package dev.parley.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {

    private static final String ENDPOINTS = "/v1/webhooks/endpoints";
    private static final String DELIVERIES = "/v1/webhooks/deliveries";
    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("100");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void anEndpointIsMadeShownAndListedAndItsSecretIsToldOnce() {
        var answer = client.post(ENDPOINTS, """
            {"url": "https://example.org/hook", "description": "mine", "events": ["task.failed"]}\
            """);
        var made = answer.json().path("data");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.path("id").asText()).startsWith("ep_");
        assertThat(made.path("secret").asText()).startsWith("whsec_").hasSize(6 + 44);
        assertThat(made.path("events")).extracting(JsonNode::asText).containsExactly("task.failed");
        String id = made.path("id").asText();
        assertThat(client.get(ENDPOINTS + "/" + id).text()).contains("\"mine\"").doesNotContain("whsec_");
        assertThat(client.get(ENDPOINTS).text()).contains(id).doesNotContain("whsec_");
        assertThat(client.get(ENDPOINTS + "/" + id + "/secret").json().at("/data/secret"))
                .isEqualTo(made.path("secret"));
    }

    @Test
    void aChangeChangesWhatItSays() {
        String path = ENDPOINTS + "/" + endpoint();
        var changed = send("PATCH", path, "{\"enabled\": false, \"events\": []}")
                .json()
                .path("data");

        assertThat(changed.path("enabled").asBoolean()).isFalse();
        assertThat(changed.path("disabled_by").asText()).isEqualTo("owner");
        assertThat(changed.path("url").asText()).isEqualTo("https://example.org/hook");
        assertThat(send("PATCH", path, "{\"enabled\": true}")
                        .json()
                        .at("/data/enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsDeletedIsGone() {
        String path = ENDPOINTS + "/" + endpoint();

        assertThat(send("DELETE", path, "").status()).isEqualTo(200);
        assertThat(client.get(path).refusal()).isEqualTo("not_found invalid_request_error");
    }

    @Test
    void aRotationTellsBothSecrets() {
        String path = ENDPOINTS + "/" + endpoint();
        var before = client.get(path + "/secret").json().path("data");
        var after = client.post(path + "/rotate", "").json().path("data");

        assertThat(after.path("previous")).isEqualTo(before.path("secret"));
        assertThat(after.path("secret")).isNotEqualTo(before.path("secret"));
        assertThat(after.path("previous_until").asLong())
                .isEqualTo(gateway.clock.instant().getEpochSecond() + 86_400);
    }

    @Test
    void theCallbackSecretIsTheSameUntilItIsRotated() {
        String path = "/v1/webhooks/callback-secret";
        var first = client.get(path).json().at("/data/secret");

        assertThat(client.get(path).json().at("/data/secret")).isEqualTo(first);
        assertThat(client.post(path + "/rotate", "").json().at("/data/previous"))
                .isEqualTo(first);
        assertThat(client.get(path).json().at("/data/secret")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                                            | 'url' is required.
        {"url": 7}                                                    | 'url' must be a string
        {"url": "http://example.org"}                                 | 'url' must be an https URL.
        {"url": "https://exa mple.org"}                               | 'url' must be a URL.
        {"url": "https://example.org", "events": ["task.eaten"]}      | 'events' must be of: task.completed
        {"url": "https://example.org", "events": "task.failed"}       | 'events' must be an array
        {"url": "https://example.org", "description": "a\\nb"}        | 'description' must not hold control characters
        """)
    void whatIsWrongIsNamed(String body, String message) {
        var answer = client.post(ENDPOINTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).startsWith(message);
    }

    @Test
    void anIdempotencyKeyIsRefusedWhereTheAnswerHoldsASecret() {
        var answer = client.post(ENDPOINTS, "{\"url\":\"https://example.org\"}", "Idempotency-Key", "once");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void anUnknownFieldIsWarnedOf() {
        var answer = client.post(ENDPOINTS, "{\"url\":\"https://example.org\",\"colour\":\"red\"}");

        assertThat(answer.header("Parley-Warning")).contains("'colour'");
    }

    @Test
    void deliveriesAreListedFoundAndSentAgain() {
        String endpoint = endpoint();
        String task = ended();
        var listed = client.get(DELIVERIES + "?task=" + task).json().path("data");
        assertThat(listed).singleElement().satisfies(delivery -> {
            assertThat(delivery.path("endpoint").asText()).isEqualTo(endpoint);
            assertThat(delivery.path("type").asText()).isEqualTo("task.completed");
            assertThat(delivery.path("state").asText()).isEqualTo("waiting");
            assertThat(delivery.path("destination").asText()).isEqualTo("https://example.org:443");
        });
        String id = listed.get(0).path("id").asText();

        assertThat(client.get(DELIVERIES + "/" + id).json().at("/data/log")).isEmpty();
        assertThat(client.post(DELIVERIES + "/" + id + "/resend", "")
                        .json()
                        .at("/data/id")
                        .asText())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=dead", "endpoint=ep_none", "before=1", "after=4000000000"})
    void deliveriesAreFilteredBy(String filter) {
        endpoint();
        ended();

        assertThat(client.get(DELIVERIES).json().path("data")).hasSize(1);
        assertThat(client.get(DELIVERIES + "?" + filter).json().path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state=lost", "task=7", "after=yesterday", "before=-1", "limit=0", "limit=x", "cursor=msg_none"})
    void aWrongParameterIsNamed(String parameter) {
        var answer = client.get(DELIVERIES + "?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).startsWith("'" + parameter.split("=", 2)[0] + "'");
    }

    @Test
    void aTestIsADelivery() {
        String endpoint = endpoint();
        var test = client.post(ENDPOINTS + "/" + endpoint + "/test", "").json().path("data");

        assertThat(test.path("type").asText()).isEqualTo("webhook.test");
        assertThat(client.get(DELIVERIES + "?endpoint=" + endpoint).text())
                .contains(test.path("id").asText());
    }

    @Test
    void aRangeIsSentAgain() {
        String endpoint = endpoint();
        ended();
        var answer = client.post(ENDPOINTS + "/" + endpoint + "/resend", "{\"from\": 0, \"state\": \"all\"}");

        assertThat(answer.json().at("/data/count").asInt())
                .as("what waits is not sent again")
                .isZero();
        assertThat(client.post(ENDPOINTS + "/" + endpoint + "/resend", "{\"state\": \"some\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anotherAccountsThingsReadAsNone() {
        String endpoint = ENDPOINTS + "/" + endpoint();
        ended();
        String id = client.get(DELIVERIES).json().at("/data/0/id").asText();
        var other = gateway.client("1");

        var answers = List.of(
                other.get(endpoint),
                other.send("PATCH", endpoint, BodyPublishers.ofString("{}")),
                other.send("DELETE", endpoint, BodyPublishers.noBody()),
                other.post(endpoint + "/rotate", ""),
                other.get(endpoint + "/secret"),
                other.post(endpoint + "/test", ""),
                other.post(endpoint + "/resend", "{}"),
                other.get(DELIVERIES + "/" + id),
                other.post(DELIVERIES + "/" + id + "/resend", ""));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.refusal()).isEqualTo("not_found invalid_request_error"));
        assertThat(other.get(ENDPOINTS).json().path("data")).isEmpty();
        assertThat(other.get(DELIVERIES).json().path("data")).isEmpty();
        assertThat(other.get(DELIVERIES + "?cursor=" + id).status()).isEqualTo(400);
    }

    @Test
    void aCallbackSaysWhatALookAtTheTaskSays() {
        String id = ended();

        assertThat(Answer.parse(gateway.told("native", gateway.task(id))))
                .isEqualTo(client.get("/v1/tasks/" + id).json());
    }

    @Test
    void anEndpointIsToldTheSameInTheStandardShape() {
        String id = ended();
        var told = Answer.parse(gateway.told("standard", gateway.task(id)));

        assertThat(told.path("type").asText()).isEqualTo("task.completed");
        assertThat(told.path("timestamp").asText())
                .isEqualTo(gateway.clock.instant().toString());
        assertThat(told.path("data")).isEqualTo(client.get("/v1/tasks/" + id).json());
        assertThat(told).hasSize(3);
    }

    @Test
    void whatIsToldIsSmallAndTheSameEachTime() {
        String id = client.submit(Client.order("x".repeat(5_000), "21m00Tcm4TlvDq8ikWAM"));
        gateway.complete(id, new byte[] {1});
        String told = gateway.told("standard", gateway.task(id));

        assertThat(told.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
        assertThat(gateway.told("standard", gateway.task(id))).isEqualTo(told);
    }

    private String endpoint() {
        return client.post(ENDPOINTS, "{\"url\": \"https://example.org/hook\"}")
                .json()
                .at("/data/id")
                .asText();
    }

    private String ended() {
        String id = client.submit(Client.ORDER);
        gateway.complete(id, new byte[] {1, 2, 3});
        return id;
    }

    private Answer send(String method, String path, String body) {
        return client.send(method, path, BodyPublishers.ofString(body));
    }
}
