package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Failure;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class VoiceChangeTest {

    private static final String PATH = "/v1/speech-to-speech/Domi";

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");

    @BeforeEach
    void echo() {
        gateway.voices.echo();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/stream"})
    void aRecordingIsSpokenByAnotherVoice(String path) {
        var answer = recording().post(client, path);

        assertThat(answer.text()).isEqualTo("RIFF hello");
        assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.1");
        assertThat(asked().voice().voice()).isEqualTo("AZnzlk1XvdvUeBnXmlld");
    }

    @Test
    void everyFieldReachesTheRequest() {
        var _ = recording()
                .text("voice_settings", "{\"stability\":0.4,\"similarity_boost\":0.8}")
                .text("remove_background_noise", "true")
                .text("model_id", "eleven_multilingual_sts_v2")
                .post(client, PATH);

        assertThat(asked().settings().stability()).isEqualTo(0.4);
        assertThat(asked().settings().similarity()).isEqualTo(0.8);
        assertThat(asked().withoutNoise()).isTrue();
        assertThat(gateway.onlyTask(client.account()).quote().model()).isEqualTo("eleven_multilingual_sts_v2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voice_settings | {\"stability\":2} | 400 | voice_settings.stability",
                "seed | -1 | 400 | seed",
                "model_id | scribe_v1 | 400 | model_id"
            })
    void whatBreaksARuleIsNamed(String name, String value, int status, String field) {
        var answer = recording().text(name, value).post(client, PATH);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voice_settings | nonsense | voice_settings",
                "seed | many | seed",
                "remove_background_noise | perhaps | remove_background_noise",
                "file_format | mp3 | file_format"
            })
    void whatIsNotOfItsFormIsNamed(String name, String value, String field) {
        var answer = recording().text(name, value).post(client, PATH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/detail/0/loc/1").asText()).isEqualTo(field);
    }

    @Test
    void aRecordingThatIsTooLongIsNamed() {
        var answer = new FormBody().file("audio", "RIFF" + "x".repeat(400)).post(client, PATH);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo("audio");
    }

    @Test
    void aRepeatIsChargedOnceAndKeepsNothing() {
        var first = recording().post(client, PATH, "Idempotency-Key", "one");

        var again = recording().post(client, PATH, "Idempotency-Key", "one");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
        assertThat(gateway.uploadsThere()).isZero();
    }

    @Test
    void anotherFileIsAnotherRequest() {
        var _ = recording().post(client, PATH, "Idempotency-Key", "one");

        var other = new FormBody().file("audio", "RIFF other").post(client, PATH, "Idempotency-Key", "one");

        assertThat(other.status()).isEqualTo(409);
    }

    /** Official clients send a failed request again by themselves. */
    @Test
    void whatMayHaveBeenRenderedIsNotRenderedAgainUnasked() {
        var rendered = new AtomicInteger();
        gateway.voices.speak(_ -> {
            var _ = rendered.incrementAndGet();
            return new ScriptedAudio().fail(new Failure.Unavailable("broke"));
        });

        var first = recording().post(client, PATH);
        int attempts = rendered.get();
        var again = recording().post(client, PATH);

        assertThat(first.status()).isEqualTo(again.status()).isEqualTo(503);
        assertThat(rendered).hasValue(attempts);
        assertThat(gateway.uploadsThere()).isZero();
    }

    private static FormBody recording() {
        return new FormBody().file("audio", "RIFF hello");
    }

    private VoiceChangeRequest asked() {
        return (VoiceChangeRequest) gateway.onlyTask(client.account()).request();
    }
}
