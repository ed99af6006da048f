package dev.parley.rest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.rest.audio.WaveHeader;
import dev.parley.rest.live.Framing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

final class FramingTest {

    private static final AudioChunk TIMINGS_ONLY = new AudioChunk(new byte[0], List.of());
    private static final AudioChunk TWO_SAMPLES = AudioChunk.of(new byte[] {1, 0, 2, 0});

    @Test
    void waveOfUnknownLengthSaysSo() {
        var wave = new WaveFraming(AudioFormat.PCM_24000, () -> WaveHeader.UNKNOWN);
        assertThat(wave.piece(TIMINGS_ONLY)).isEmpty();
        assertThat(HexFormat.of().formatHex(wave.piece(TWO_SAMPLES)))
                .isEqualTo("52494646ffffffff57415645666d74201000000001000100c05d000080bb000002001000"
                        + "64617461ffffffff" + "01000200");
        assertThat(wave.piece(TWO_SAMPLES)).as("one header").hasSize(4);
    }

    @Test
    void waveOfKnownLengthIsOneThatOthersRead() throws Exception {
        byte[] file = new WaveFraming(AudioFormat.PCM_24000, () -> 4).piece(TWO_SAMPLES);
        try (var read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(read.getFrameLength()).isEqualTo(2);
            assertThat(read.getFormat().getSampleRate()).isEqualTo(24_000);
            assertThat(read.readAllBytes()).containsExactly(1, 0, 2, 0);
        }
    }

    @Test
    void eventsHoldPiecesAndEndWithABlankLine() {
        var events = new EventFraming(Framing.PLAIN);
        assertThat(events.piece(TIMINGS_ONLY)).isEmpty();
        assertThat(new String(events.piece(TWO_SAMPLES), StandardCharsets.UTF_8))
                .isEqualTo("data: {\"type\":\"speech.audio.delta\",\"audio\":\"AQACAA==\"}\n\n");
    }
}
