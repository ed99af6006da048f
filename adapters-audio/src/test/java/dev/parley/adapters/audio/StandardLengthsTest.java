package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Audio is as long as what was encoded, however it is cut. */
final class StandardLengthsTest {

    private static final double SECONDS = 2.345;

    @ParameterizedTest
    @EnumSource
    void lengthIsThatOfTheAudio(AudioFormat format) {
        int rateHz = format.sampleRateHz();
        byte[] audio = Coded.encode(Signals.noise(rateHz, (int) (SECONDS * rateHz), 3), format, 9999);
        var meter = new StandardLengths().meter(format);
        for (int at = 0; at < audio.length; at += 777) {
            meter.add(Arrays.copyOfRange(audio, at, Math.min(audio.length, at + 777)));
        }
        assertThat((double) meter.length().toMillis()).isCloseTo(SECONDS * 1000, Offset.offset(100.0));
    }
}
