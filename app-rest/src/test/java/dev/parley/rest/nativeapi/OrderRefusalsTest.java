package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that are refused: by which words, and with nothing stored and nothing held. */
class OrderRefusalsTest {

    private static final String MODEL = "\"model\":\"elevenlabs-text-to-dialogue-v3\"";
    private static final String VOICE = "21m00Tcm4TlvDq8ikWAM";
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                arguments("{}", "'model' is required."),
                arguments("{\"model\":null}", "'model' is required."),
                arguments("{\"model\":\"\",\"input\":{\"dialogue\":[]}}", "'model' is required."),
                arguments("{\"model\":7}", "'model' must be a string, not a number."),
                arguments("{\"model\":[\"x\"]}", "'model' must be a string, not an array."),
                arguments("{" + MODEL + "}", "'input' is required."),
                arguments("{" + MODEL + ",\"input\":null}", "'input' is required."),
                arguments("{" + MODEL + ",\"input\":\"x\"}", "'input' must be an object, not a string."),
                arguments("{" + MODEL + ",\"input\":[]}", "'input' must be an object, not an array."),
                arguments(input(""), "'input.dialogue' is required."),
                arguments(input("\"dialogue\":{}"), "'input.dialogue' must be an array, not an object."),
                arguments(input("\"dialogue\":\"x\""), "'input.dialogue' must be an array, not a string."),
                arguments(input("\"dialogue\":[]"), "'input.dialogue' must have at least one turn."),
                arguments(input("\"dialogue\":[null]"), "'input.dialogue[0]' must be an object, not null."),
                arguments(input("\"dialogue\":[\"x\"]"), "'input.dialogue[0]' must be an object, not a string."),
                arguments(turn("\"voice\":\"Domi\""), "'input.dialogue[0].text' is required."),
                arguments(turn("\"text\":null,\"voice\":\"Domi\""), "'input.dialogue[0].text' is required."),
                arguments(
                        turn("\"text\":5,\"voice\":\"Domi\""),
                        "'input.dialogue[0].text' must be a string, not a number."),
                arguments(turn("\"text\":\" \",\"voice\":\"Domi\""), "'input.dialogue[0].text' must not be blank."),
                arguments(turn("\"text\":\"a\""), "'input.dialogue[0].voice' is required."),
                arguments(turn("\"text\":\"a\",\"voice\":null"), "'input.dialogue[0].voice' is required."),
                arguments(turn("\"text\":\"a\",\"voice\":\"\""), "'input.dialogue[0].voice' is required."),
                arguments(turn("\"text\":\"a\",\"voice\":\"  \""), "'input.dialogue[0].voice' is required."),
                arguments(
                        turn("\"text\":\"a\",\"voice\":true"),
                        "'input.dialogue[0].voice' must be a string, not a boolean."),
                arguments(
                        turn("\"text\":\"a\\ud800\",\"voice\":\"Domi\""),
                        "'input.dialogue[0].text' must be well-formed Unicode: it holds half a surrogate pair."),
                arguments(
                        turn("\"text\":\"a\\u0000\",\"voice\":\"Domi\""),
                        "'input.dialogue[0].text' must not hold control characters: there is U+0000 at index 1."),
                arguments(
                        turn("\"text\":\"a\",\"voice\":\"Rachle\""),
                        "'input.dialogue[0].voice' names no voice of the provider fake: 'Rachle'. Nearest: Rachel,"
                                + " Domi."),
                arguments(with("\"stability\":\"0.5\""), "'input.stability' must be a number, not a string."),
                arguments(with("\"stability\":true"), "'input.stability' must be a number, not a boolean."),
                arguments(with("\"stability\":0.4"), "'input.stability' must be one of 0, 0.5, 1, not 0.4."),
                arguments(with("\"stability\":1e99"), "'input.stability' must be one of 0, 0.5, 1, not 1.0E99."),
                arguments(with("\"language_code\":1"), "'input.language_code' must be a string, not a number."),
                arguments(with("\"output_format\":{}"), "'input.output_format' must be a string, not an object."),
                arguments(beside("\"callback_url\":5"), "'callback_url' must be a string, not a number."));
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void aBadFieldIsNamedWithWhatItShouldBe(String order, String message) {
        assertRefused(order, 400, message);
    }

    static Stream<Arguments> longRefusals() {
        return Stream.of(
                arguments(with("\"language_code\":\"EN\""), "'input.language_code' must be auto or one of: af, ar,"),
                arguments(with("\"output_format\":\"wav\""), "'input.output_format' must be one of: mp3_22050_32,"),
                arguments(beside("\"callback_url\":\"ftp://x/\""), "'callback_url' must be an http or https URL"),
                arguments(beside("\"callback_url\":\"http://a b\""), "'callback_url' must be a URL:"),
                arguments(
                        Client.order("a".repeat(5001), VOICE),
                        "'input.dialogue' has 5001 characters in total; this model takes at most 5000."),
                arguments(
                        Client.order("a", "v".repeat(101)),
                        "'input.dialogue[0].voice' must be a voice's name or id of 1 to 100 characters."));
    }

    @ParameterizedTest
    @MethodSource("longRefusals")
    void aRefusalListsWhatWouldBeRight(String order, String beginning) {
        var answer = gateway.client("100").post("/v1/audio/generations", order);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).startsWith(beginning);
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("", "The body is empty: it must be a JSON object."),
                arguments("   ", "The body must be a JSON object."),
                arguments("[1]", "The body must be a JSON object, not an array."),
                arguments("null", "The body must be a JSON object, not null."),
                arguments("\"x\"", "The body must be a JSON object, not a string."),
                arguments("{\"model\":\n  sk-secret}", "The body is not valid JSON: see line 2, column 3."),
                arguments("{'model':1}", "The body is not valid JSON: see line 1, column 2."),
                arguments("{\"a\":01}", "The body is not valid JSON: see line 1, column 7."),
                arguments("{\"a\":NaN}", "The body is not valid JSON: see line 1, column 9."),
                arguments("{\"a\":1,}", "The body is not valid JSON: see line 1, column 8."),
                arguments("{\"a\":1} {}", "The body goes on after its JSON object: see line 1, column 9."),
                arguments(
                        "{\"a\":1,\"a\":2}",
                        "The body has an object that names a field twice: see line 1, column 12."));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyIsLocatedAndNeverQuoted(String body, String message) {
        assertRefused(body, 400, message);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsBeyondTheBoundsOfJsonIsRefused(String body) {
        var answer = gateway.client("5").post("/v1/audio/generations", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).startsWith("The body is beyond what is read of JSON: at most 32 levels");
    }

    static Stream<String> whatIsBeyondTheBoundsOfJsonIsRefused() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(33) + "1" + "}".repeat(33),
                "{\"a\":" + "1".repeat(41) + "}",
                "{\"a\":" + "1".repeat(1_000_000) + "}",
                "{\"" + "n".repeat(201) + "\":1}",
                "{\"model\":\"" + "s".repeat(300_000) + "\"}");
    }

    @Test
    void aHundredThousandFieldsAreRead() {
        String fields =
                IntStream.range(0, 100_000).mapToObj(i -> "\"" + i + "\":1").collect(Collectors.joining(","));

        assertRefused("{" + fields + "}", 400, "'model' is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "ISO-8859-1"})
    void onlyUtf8IsRead(String charset) {
        byte[] body = Client.ORDER.replace("Hey", "Hé").getBytes(Charset.forName(charset));
        var client = gateway.client("5");

        var answer = client.send("POST", "/v1/audio/generations", BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
        assertNothingHappened(client);
    }

    @Test
    void anUnknownModelIsNotFound() {
        var answer = gateway.client("5").post("/v1/audio/generations", Client.ORDER.replace("v3", "v4"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("code")).isEqualTo("model_not_found");
        assertThat(answer.error("message"))
                .contains("'elevenlabs-text-to-dialogue-v4'")
                .contains("fake-dialogue");
    }

    @Test
    void aNameCutInTheMiddleOfACharacterIsStillAnswered() {
        String name = "x".repeat(99) + "😀";

        var answer =
                gateway.client("5").post("/v1/estimate", Client.ORDER.replace("elevenlabs-text-to-dialogue-v3", name));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("message")).startsWith("There is no model '" + "x".repeat(99) + "?…'.");
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 2 << 20})
    void aBodyOverTheLimitIsTooLarge(int size) {
        assertRefused("x".repeat(size), 413, "The body is larger than 1048576 bytes.");
    }

    @Test
    void aBodyOfUnstatedLengthIsTooLargeAsWell() {
        var client = gateway.client("5");
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 << 20]));

        var answer = client.send("POST", "/v1/audio/generations", endless);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/mixed; boundary=x",
                "application/xml",
                "application/json; charset=utf-16",
                "nonsense"
            })
    void otherContentTypesAreNotTaken(String type) {
        var answer = gateway.client("5").post("/v1/audio/generations", Client.ORDER, "Content-Type", type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=UTF-8",
                "text/plain;charset=utf-8"
            })
    void jsonIsTakenUnderTheTypesThatClientsGiveIt(String type) {
        var answer = gateway.client("5").post("/v1/audio/generations", Client.ORDER, "Content-Type", type);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void compressedBodiesAreNotTaken() {
        var answer = gateway.client("5").post("/v1/audio/generations", Client.ORDER, "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error("message")).isEqualTo("The body must come without a Content-Encoding.");
    }

    private static void assertRefused(String body, int status, String message) {
        var client = gateway.client("5");

        var answer = client.send(
                "POST",
                "/v1/audio/generations",
                BodyPublishers.ofString(body, StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");

        assertThat(answer.error("message")).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
        assertThat(answer.error("type")).isEqualTo("invalid_request_error");
        assertNothingHappened(client);
    }

    private static void assertNothingHappened(Client client) {
        assertThat(client.balance().held().toString()).isEqualTo("0");
        assertThat(gateway.store.tasks().list(client.account(), null, 1)).isEmpty();
    }

    private static String input(String fields) {
        return "{" + MODEL + ",\"input\":{" + fields + "}}";
    }

    private static String turn(String fields) {
        return input("\"dialogue\":[{" + fields + "}]");
    }

    private static String with(String field) {
        return input("\"dialogue\":[{\"text\":\"a\",\"voice\":\"Domi\"}]," + field);
    }

    private static String beside(String field) {
        return with("\"stability\":1").replaceFirst("\\{", "{" + field + ",");
    }
}
