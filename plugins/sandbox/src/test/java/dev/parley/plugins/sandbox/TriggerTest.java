package dev.parley.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that make the sandbox fail, wherever they stand. */
class TriggerTest {

    static List<RenderRequest> rejected() throws ProviderException {
        byte[] wave = Asked.wave(1, 16, "[sandbox:reject]");
        return List.of(
                speech("Hello. [sandbox:reject]"),
                Asked.music("A march [SANDBOX:reject]", null),
                Asked.sound("[sandbox:reject]", null, false),
                Asked.change(wave, "audio/wav", "Adam"),
                Asked.stems(wave, AudioFormat.PCM_44100),
                Asked.transcription(wave, TranscriptionSettings.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void everyKindCanBeRejected(RenderRequest request) {
        assertThat(failure(request)).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void throttledIsForASecond() {
        assertThat(failure(Asked.sound("Rain [sandbox:throttle]", null, false)))
                .isInstanceOfSatisfying(
                        Failure.Throttled.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void unavailableIsNotRendered() {
        var failure = failure(Asked.sound("Rain [sandbox:unavailable]", null, false));
        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(failure.mayHaveRendered()).isFalse();
    }

    @Test
    void brokenStreamHasBegun() throws ProviderException {
        for (var request : List.of(speech("Hello. [sandbox:break]"), Asked.music("March [sandbox:break]", null))) {
            try (var stream = Asked.begin(request, new byte[0])) {
                assertThat(stream.next())
                        .isNotNull()
                        .satisfies(chunk -> assertThat(chunk.bytes()).isNotEmpty());
                var end = catchThrowableOfType(ProviderException.class, stream::next);
                assertThat(end.failure().mayHaveRendered()).isTrue();
            }
        }
    }

    private static Failure failure(RenderRequest request) {
        byte[] wave = Asked.wave(1, 16, "[sandbox:reject]");
        return catchThrowableOfType(ProviderException.class, () -> Asked.heard(request, wave))
                .failure();
    }

    private static SpeechRequest speech(String text) throws ProviderException {
        var voice = new VoiceRef("sandbox", Asked.SANDBOX.voices().getFirst().id());
        return new SpeechRequest(
                "sandbox-speech", new Turn(text, voice), SpeechSettings.DEFAULT, AudioFormat.PCM_16000);
    }
}
