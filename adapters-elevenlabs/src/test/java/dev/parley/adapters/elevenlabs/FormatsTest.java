package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.FakeSpeech;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Every byte that the upstream made is handed on, and no other, in every format and by each of the eight endpoints. */
class FormatsTest {

    private static final String TEXT = "Good evening, who is there?";

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "MP3_48000_.*")
    void everyFormatComesAsItWasMade(AudioFormat format) {
        var heard = studio.hear(Studio.dialogue(Delivery.WHOLE, format, RenderOptions.NONE, TEXT));
        assertThat(heard.failure()).isNull();
        assertThat(heard.audio()).isEqualTo(made(format));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "MP3_48000_.*")
    void everyFormatIsStreamedAsItWasMade(AudioFormat format) {
        var heard = studio.hear(Studio.speech("eleven_flash_v2_5", Studio.LIVE, format, TEXT));
        assertThat(heard.failure()).isNull();
        assertThat(heard.audio()).isEqualTo(made(format));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "MP3_48000_.*")
    void everyFormatComesWithoutTimings(AudioFormat format) {
        try (var plain = new Studio("proof", "duration")) {
            var heard = plain.hear(Studio.speech("eleven_multilingual_v2", Delivery.WHOLE, format, TEXT));
            assertThat(heard.failure()).isNull();
            assertThat(heard.audio()).isEqualTo(made(format));
            assertThat(heard.segments()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.adapters.elevenlabs.Studio#deliveries")
    void timingsAreAskedForWhereTheyProveTheEnd(Delivery delivery) {
        studio.hear(Studio.dialogue(delivery, TEXT));
        studio.hear(Studio.speech("eleven_v3", delivery, TEXT));
        String streamed = delivery.streamed() ? "/stream" : "";
        assertThat(studio.upstream.renderings())
                .extracting(request -> request.path())
                .containsExactly(
                        "/v1/text-to-dialogue" + streamed + "/with-timestamps",
                        "/v1/text-to-speech/" + Studio.RACHEL + streamed + "/with-timestamps");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.adapters.elevenlabs.Studio#deliveries")
    void timingsAreAskedForOnlyWhereWantedIfTheLengthIsProofEnough(Delivery delivery) {
        try (var plain = new Studio("proof", "duration")) {
            assertThat(plain.hear(Studio.dialogue(delivery, TEXT)).failure()).isNull();
            assertThat(plain.hear(Studio.speech("eleven_v3", delivery, TEXT)).failure())
                    .isNull();
            String ending = (delivery.streamed() ? "/stream" : "") + (delivery.timings() ? "/with-timestamps" : "");
            assertThat(plain.upstream.renderings())
                    .extracting(request -> request.path())
                    .containsExactly("/v1/text-to-dialogue" + ending, "/v1/text-to-speech/" + Studio.RACHEL + ending);
        }
    }

    private byte[] made(AudioFormat format) {
        var request = studio.upstream.renderings();
        if (request.isEmpty()) {
            var body = RequestBody.of(Studio.speech("eleven_v3", Delivery.WHOLE, TEXT));
            return new FakeSpeech("/v1/text-to-speech/" + Studio.RACHEL, body, format).audio();
        }
        return new FakeSpeech(request.getFirst().path(), request.getFirst().json(), format).audio();
    }
}
