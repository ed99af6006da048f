package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.RawCall;
import dev.parley.rest.fixture.ScriptedAudio;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the error table, as a client meets it. */
@Timeout(30)
class ErrorTableTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @BeforeEach
    void speak() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));
        gateway.voices.fail((RuntimeException) null);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<Arguments> schemaErrors() {
        return Stream.of(
                arguments("{}", "missing [\"body\",\"inputs\"] Field required"),
                arguments("{\"inputs\":null}", "missing [\"body\",\"inputs\"] Field required"),
                arguments("{\"inputs\":\"x\"}", "list_type [\"body\",\"inputs\"] Input should be a valid list"),
                arguments("{\"inputs\":[]}", "value_error [\"body\",\"inputs\"] must have at least one turn."),
                arguments(
                        "{\"inputs\":[7]}",
                        "model_attributes_type [\"body\",\"inputs\",0] Input should be a valid dictionary"),
                arguments(input("\"voice_id\":\"Domi\""), "missing [\"body\",\"inputs\",0,\"text\"] Field required"),
                arguments(input("\"text\":\"a\""), "missing [\"body\",\"inputs\",0,\"voice_id\"] Field required"),
                arguments(
                        input("\"text\":5,\"voice_id\":\"Domi\""),
                        "string_type [\"body\",\"inputs\",0,\"text\"] Input should be a valid string"),
                arguments(
                        input("\"text\":\" \",\"voice_id\":\"Domi\""),
                        "value_error [\"body\",\"inputs\",0,\"text\"] must not be blank."),
                arguments(with("\"seed\":1.5"), "int_type [\"body\",\"seed\"] Input should be a valid integer"),
                arguments(
                        with("\"settings\":{\"stability\":\"x\"}"),
                        "float_type [\"body\",\"settings\",\"stability\"] Input should be a valid number"),
                arguments(
                        with("\"settings\":{\"stability\":1.5}"),
                        "value_error [\"body\",\"settings\",\"stability\"] should be a number from 0 to 1, not 1.5."),
                arguments(
                        with("\"use_pvc_as_ivc\":1"),
                        "bool_type [\"body\",\"use_pvc_as_ivc\"] Input should be a valid boolean"),
                arguments(
                        with("\"apply_text_normalization\":\"maybe\""),
                        "enum [\"body\",\"apply_text_normalization\"] must be one of: auto, on, off."));
    }

    @ParameterizedTest
    @MethodSource("schemaErrors")
    void whatIsNotOfTheFormIs422(String body, String wrong) {
        var answer = Speaking.ask(client, Speaking.DIALOGUE, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.schemaError()).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "'?output_format=flac', 'enum [\"query\",\"output_format\"] must be one of: mp3_22050_32,'",
        "'/stream?output_format=wav_16000', 'enum [\"query\",\"output_format\"] must be one of: mp3_22050_32,'",
        "'?enable_logging=perhaps', 'bool_type [\"query\",\"enable_logging\"] Input should be a valid boolean'",
        "'?optimize_streaming_latency=x', 'int_type [\"query\",\"optimize_streaming_latency\"] Input should'"
    })
    void whatIsWrongInTheQueryIs422(String query, String wrong) {
        var answer = Speaking.ask(client, Speaking.DIALOGUE + query, Speaking.TWO_TURNS);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.schemaError()).startsWith(wrong);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        input("\"text\":\"a\",\"voice_id\":\"Nobody\""),
                        404,
                        "not_found voice_not_found voice_not_found inputs[0].voice_id",
                        "A voice with the voice_id Nobody was not found. It names no voice"),
                arguments(
                        input("\"text\":\"" + "x".repeat(5001) + "\",\"voice_id\":\"Domi\""),
                        400,
                        "validation_error text_too_long max_character_limit_exceeded inputs",
                        "The text has 5001 characters in total; this model takes at most 5000."),
                arguments(
                        with("\"model_id\":\"eleven_v9\""),
                        404,
                        "not_found model_not_found model_not_found model_id",
                        "There is no model 'eleven_v9'."),
                arguments(
                        with("\"settings\":{\"stability\":0.3}"),
                        400,
                        "validation_error invalid_voice_settings invalid_ttd_stability settings.stability",
                        "Invalid TTD stability value. Must be one of: [0.0, 0.5, 1.0] (0.0 = Creative,"),
                arguments(
                        with("\"settings\":{\"similarity\":3}"),
                        400,
                        "validation_error invalid_voice_settings invalid_voice_settings settings.similarity",
                        "'settings.similarity' must be from 0 to 1, not 3.0."),
                arguments(
                        with("\"seed\":4294967296"),
                        400,
                        "validation_error invalid_parameters invalid_parameters seed",
                        "'seed' must be from 0 to 4294967295."),
                arguments(
                        with("\"future_text\":\"" + "x".repeat(5001) + "\""),
                        400,
                        "validation_error invalid_parameters invalid_parameters future_text",
                        "'future_text' must have at most 5000 characters."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatBreaksARuleIsOneObject(String body, int status, String detail, String message) {
        var answer = Speaking.ask(client, Speaking.DIALOGUE, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(detail(answer)).isEqualTo(detail);
        assertThat(answer.json().at("/detail/message").asText()).startsWith(message);
        assertThat(answer.json().at("/detail/request_id").asText()).isEqualTo(answer.header("request-id"));
        assertThat(answer.header("xi-request-id")).isEqualTo(answer.header("x-request-id"));
    }

    @Test
    void speechNamesItsOwnFields() {
        assertThat(detail(Speaking.ask(client, "/v1/text-to-speech/Nobody", Speaking.ONE_VOICE)))
                .isEqualTo("not_found voice_not_found voice_not_found voice_id");
        assertThat(detail(Speaking.ask(
                        client, Speaking.SPEECH, "{\"text\":\"a\",\"voice_settings\":{\"similarity_boost\":2}}")))
                .isEqualTo("validation_error invalid_voice_settings invalid_voice_settings"
                        + " voice_settings.similarity_boost");
        assertThat(detail(Speaking.ask(client, Speaking.SPEECH, "{\"text\":\"" + "x".repeat(5001) + "\"}")))
                .isEqualTo("validation_error text_too_long max_character_limit_exceeded text");
    }

    @Test
    void noKeyAndAWrongOneAreToldApart() {
        var none = client.bare("POST", Speaking.DIALOGUE, BodyPublishers.ofString(Speaking.TWO_TURNS));
        var wrong = Speaking.ask(client.with("sk-wrong"), Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(none.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(detail(none)).isEqualTo("authentication_error needs_authorization needs_authorization ");
        assertThat(detail(wrong)).isEqualTo("authentication_error unauthorized invalid_api_key ");
    }

    @Test
    void shortCreditsAreAQuota() {
        var answer = Speaking.ask(gateway.client("0.01"), Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(detail(answer)).isEqualTo("authentication_error quota_exceeded quota_exceeded ");
        assertThat(answer.json().at("/detail/message").asText()).contains("needs 0.08 credits and 0.01 are available");
    }

    @Test
    void aSpendLimitIsAQuotaToo() {
        var limits = limits(null, null, new SpendLimits(Credits.parse("0.01"), null, null));

        var answer = Speaking.ask(client.with(limits), Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(detail(answer)).isEqualTo("authentication_error quota_exceeded quota_exceeded ");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void tooFastIsARateLimit() {
        var limited = client.with(limits(1, null, SpendLimits.NONE));
        var first = Speaking.ask(limited, Speaking.DIALOGUE, Speaking.TWO_TURNS);

        var answer = Speaking.ask(limited, Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(first.status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(detail(answer)).isEqualTo("rate_limit_error rate_limit_exceeded rate_limit_exceeded ");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void tooManyAtOnceIsAConcurrencyLimit() throws IOException {
        var limited = client.with(limits(null, 1, SpendLimits.NONE));
        gateway.voices.speak(_ -> new ScriptedAudio().then("a"));
        try (var first = new RawCall(limited, Speaking.DIALOGUE + "/stream", Speaking.TWO_TURNS)) {
            first.readTo("1\r\na");

            var answer = Speaking.ask(limited, Speaking.DIALOGUE, Speaking.TWO_TURNS);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(detail(answer))
                    .isEqualTo("rate_limit_error concurrent_limit_exceeded too_many_concurrent_requests ");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void aForbiddenAddressIsForbidden() {
        var limits = new KeyLimits(List.of(IpRange.parse("192.0.2.0/24")), Set.of(), null, null, SpendLimits.NONE);

        var answer = Speaking.ask(client.with(limits), Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(detail(answer)).isEqualTo("authorization_error insufficient_permissions insufficient_permissions ");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new Failure.Rejected("no such words"),
                        400,
                        "invalid_request invalid_argument invalid_argument ",
                        ""),
                arguments(
                        new Failure.Throttled("busy", Duration.ofSeconds(7)),
                        503,
                        "service_unavailable service_unavailable service_unavailable ",
                        "7"),
                arguments(
                        new Failure.Unavailable("broken"),
                        503,
                        "service_unavailable service_unavailable service_unavailable ",
                        "5"),
                arguments(
                        new Failure.Misconfigured("the key sk_live_1 is revoked"),
                        503,
                        "service_unavailable service_unavailable service_unavailable ",
                        "60"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatTheProviderMakesOfItIsToldBeforeTheFirstByte(
            Failure failure, int status, String detail, String retryAfter) {
        for (String path : List.of("", "/stream", "/with-timestamps", "/stream/with-timestamps")) {
            gateway.voices.speak(_ -> new ScriptedAudio().fail(failure));

            var answer = Speaking.ask(gateway.client("5"), Speaking.DIALOGUE + path, Speaking.TWO_TURNS);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(detail(answer)).isEqualTo(detail);
            assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
            assertThat(answer.text()).doesNotContain("sk_live");
            gateway.clock.forward(Duration.ofMinutes(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/text-to-dialogue, '{', 400, malformed_json",
        "POST, /v1/text-to-dialogue, '[]', 400, malformed_json",
        "POST, /v1/text-to-dialogue/nothing, '{}', 404, not_found",
        "GET, /v2/nothing, '', 404, not_found",
        "GET, /v1/nothing, '', 404, not_found",
        "GET, /v1/text-to-dialogue, '', 405, invalid_request",
        "DELETE, /v2/voices, '', 405, invalid_request"
    })
    void whatIsWrongAsHttpIsInThisDialectToo(String method, String path, String body, int status, String code) {
        var answer = client.bare(method, path, BodyPublishers.ofString(body), "xi-api-key", client.key());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().at("/detail/code").asText()).isEqualTo(code);
    }

    @Test
    void aWrongTypeAndALongBodyAreToldInThisDialect() {
        var type = client.bare(
                "POST",
                Speaking.DIALOGUE,
                BodyPublishers.ofString(Speaking.TWO_TURNS),
                "xi-api-key",
                client.key(),
                "Content-Type",
                "text/html");
        var tooLong = Speaking.ask(client, Speaking.DIALOGUE, "x".repeat((1 << 20) + 1));

        assertThat(type.status()).isEqualTo(415);
        assertThat(detail(type)).isEqualTo("invalid_request invalid_request invalid_request ");
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(detail(tooLong)).isEqualTo("invalid_request invalid_request invalid_request ");
    }

    @Test
    void aBugTellsNothing() {
        gateway.voices.fail(new IllegalStateException("secret inside"));

        var answer = Speaking.ask(client, Speaking.DIALOGUE, Speaking.TWO_TURNS);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(detail(answer)).isEqualTo("internal_error internal_server_error something_went_wrong ");
        assertThat(answer.text()).doesNotContain("secret");
    }

    private static String detail(Answer answer) {
        var detail = answer.json().path("detail");
        return String.join(
                " ",
                detail.path("type").asText(),
                detail.path("code").asText(),
                detail.path("status").asText(),
                detail.path("param").asText());
    }

    private static String input(String fields) {
        return "{\"inputs\":[{" + fields + "}]}";
    }

    private static String with(String field) {
        return "{\"inputs\":" + Speaking.TURNS + "," + field + "}";
    }

    private static KeyLimits limits(@Nullable Integer perMinute, @Nullable Integer atOnce, SpendLimits spend) {
        return new KeyLimits(List.of(), Set.of(), perMinute, atOnce, spend);
    }
}
