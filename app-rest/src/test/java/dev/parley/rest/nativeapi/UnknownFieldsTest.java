package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownFieldsTest {

    private static final String TYPO = Client.ORDER.replace("\"stability\"", "\"stabilty\"");
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
    void unknownFieldsAreIgnoredWithAWarning() {
        var answer = gateway.client("5").post("/v1/audio/generations", TYPO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning"))
                .containsExactly("'input.stabilty' is not a known field: it was ignored.");
    }

    @Test
    void unknownFieldsOfATurnAreNamedByTheirTurn() {
        String order = Client.ORDER.replaceFirst("\"voice\"", "\"voise\":1, $0");

        assertThat(gateway.client("5").post("/v1/estimate", order).headers("Parley-Warning"))
                .containsExactly("'input.dialogue[0].voise' is not a known field: it was ignored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handling=strict", "respond-async, Handling = \"strict\"", "wait=5; handling=strict"})
    void aCallerMayWantThemRefused(String preference) {
        var client = gateway.client("5");

        var answer = client.post("/v1/audio/generations", TYPO, "Prefer", preference);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).isEqualTo("'input.stabilty' is not a known field.");
        assertThat(gateway.store.tasks().list(client.account(), null, 1)).isEmpty();
    }

    @Test
    void theOperatorMayWantThemRefused() {
        try (var strict = Gateway.startStrict()) {
            var answer = strict.client("5").post("/v1/estimate", TYPO);

            assertThat(answer.error("message")).isEqualTo("'input.stabilty' is not a known field.");
        }
    }

    @Test
    void lenientHandlingIsNotStrict() {
        assertThat(gateway.client("5")
                        .post("/v1/estimate", TYPO, "Prefer", "handling=lenient")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void manyUnknownFieldsMakeFewHeaders() {
        String many =
                IntStream.range(0, 10_000).mapToObj(i -> "\"f" + i + "\":0").collect(Collectors.joining(","));

        var answer = gateway.client("5").post("/v1/estimate", Client.ORDER.replaceFirst("\\{", "{" + many + ","));

        assertThat(answer.headers("Parley-Warning")).hasSize(10).last().isEqualTo("More warnings were left out.");
    }

    @Test
    void namesCannotInjectHeaders() {
        String evil = Client.ORDER.replaceFirst("\\{", "{\"a\\\\r\\\\nX-Evil: 1\":0,");

        var answer = gateway.client("5").post("/v1/estimate", evil);

        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(answer.header("Parley-Warning")).startsWith("'a\\u000d\\u000aX-Evil: 1'");
    }

    @Test
    void voicesCannotInjectHeaders() {
        var answer = gateway.client("5").post("/v1/estimate", Client.order("Hi", "~\\r\\nX-Evil: 1\\r\\n\\r\\né😀"));

        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(answer.header("Parley-Warning"))
                .startsWith("Voice '~\\u000d\\u000aX-Evil: 1\\u000d\\u000a\\u000d\\u000a\\u00e9\\ud83d\\ude00' is not"
                        + " known");
    }

    @Test
    void taskWarningsComeWithTheTask() {
        var answer = gateway.client("5").post("/v1/audio/generations", Client.order("Hi", "~nobody"));

        assertThat(answer.header("Parley-Warning")).startsWith("Voice '~nobody' is not known");
    }
}
