package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.RawCall;
import dev.parley.rest.fixture.ScriptedAudio;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names their request may repeat it, and is charged once. */
@Timeout(30)
class IdempotentAudioTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");
    private final AtomicInteger rendered = new AtomicInteger();

    @BeforeEach
    void speak() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("take " + rendered.incrementAndGet()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Speaking.DIALOGUE, Speaking.DIALOGUE + "/stream", Speaking.SPEECH, Speaking.SPEECH + "/stream"})
    void aRepeatHearsTheSameAudio(String path) {
        var first = ask(path, "one");

        var again = ask(path, "one");

        assertThat(again.text()).isEqualTo(first.text()).isEqualTo("take 1");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("request-id")).isEqualTo(first.header("request-id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.headers("Idempotent-Replayed")).isEmpty();
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with-timestamps", "/stream/with-timestamps"})
    void aRepeatThatWantsTimingsIsRefusedBecauseTheyAreNotKept(String path) {
        var first = ask(Speaking.DIALOGUE + path, "timed");

        var again = ask(Speaking.DIALOGUE + path, "timed");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/detail/code").asText()).isEqualTo("conflict");
        assertThat(again.json().at("/detail/message").asText())
                .contains("timings are not kept", first.header("request-id"));
        assertThat(rendered).hasValue(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAMistake() {
        var _ = ask(Speaking.DIALOGUE, "one");

        assertThat(ask(Speaking.DIALOGUE + "/stream", "one").status()).isEqualTo(409);
        assertThat(ask(Speaking.DIALOGUE + "?output_format=pcm_24000", "one").status())
                .isEqualTo(409);
        assertThat(ask("/v1/text-to-speech/Domi", "one").status()).isEqualTo(409);
        assertThat(rendered).hasValue(1);
    }

    @Test
    void aRepeatWhileTheFirstIsUnderWayComesTooSoon() throws IOException {
        gateway.voices.speak(_ -> new ScriptedAudio().then("a"));
        var _ = rendered.incrementAndGet();
        try (var first =
                new RawCall(client, Speaking.DIALOGUE + "/stream", Speaking.TWO_TURNS, "Idempotency-Key: slow")) {
            first.readTo("1\r\na");

            var again = ask(Speaking.DIALOGUE + "/stream", "slow");

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.header("Retry-After")).isEqualTo("2");
        }
    }

    private Answer ask(String path, String key) {
        return Speaking.ask(client, path, Speaking.body(path), "Idempotency-Key", key);
    }
}
