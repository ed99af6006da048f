package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, from samples to bytes and back, cut in odd places both ways. */
final class RoundTripTest {

    private final StandardCodecs codecs = new StandardCodecs();

    @ParameterizedTest
    @EnumSource
    void delayIsAsTold(AudioFormat format) throws IOException {
        int rateHz = format.sampleRateHz();
        short[] in = Signals.noise(rateHz, rateHz / 3 + 123, 3);
        short[] out = Coded.decode(Coded.encode(in, format, 999), format, 333);
        double lagMillis = Signals.lag(in, out, 1200) * 1000.0 / rateHz;
        assertThat(lagMillis).isCloseTo((double) codecs.encoder(format).delayMillis(), Offset.offset(2.0));
    }

    @ParameterizedTest
    @EnumSource
    void lengthIsKept(AudioFormat format) throws IOException {
        short[] in = Signals.noise(format.sampleRateHz(), 12_345, 3);
        short[] out = Coded.decode(Coded.encode(in, format, 999), format, 333);
        int extraMin = format.codec() == Codec.MP3 ? Mp3Encoder.DELAY_SAMPLES : 0;
        int extraMax = format.codec() == Codec.MP3 ? Mp3Encoder.DELAY_SAMPLES + 1152 : 0;
        assertThat(out.length - in.length).isBetween(extraMin, extraMax);
    }

    @ParameterizedTest
    @EnumSource
    void toneIsHeardAboveAllElse(AudioFormat format) throws IOException {
        int rateHz = format.sampleRateHz();
        short[] in = Signals.tone(997, rateHz, rateHz, 0.5);
        short[] out = Coded.decode(Coded.encode(in, format, 999), format, 333);
        assertThat(Signals.signalToNoiseDb(out, 997, rateHz, rateHz / 5)).isGreaterThan(leastDb(format.codec()));
        // LAME makes everything half a decibel quieter, lest its own errors clip.
        assertThat(Signals.levelDb(out, 997, rateHz, rateHz / 5)).isCloseTo(-6.2, Offset.offset(0.3));
    }

    @ParameterizedTest
    @EnumSource
    void cutsHaveNoSayInTheResult(AudioFormat format) throws IOException {
        short[] in = Signals.noise(format.sampleRateHz(), 9_000, 4);
        short[] whole = Coded.decode(Coded.encode(in, format, 100_000), format, 100_000);
        assertThat(Coded.decode(Coded.encode(in, format, 70), format, 7)).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void fullScaleDoesNotWrap(AudioFormat format) throws IOException {
        int rateHz = format.sampleRateHz();
        short[] in = Signals.tone(441, rateHz, rateHz / 2, 1);
        short[] out = Coded.decode(Coded.encode(in, format, 999), format, 333);
        assertThat(Signals.signalToNoiseDb(out, 441, rateHz, rateHz / 10)).isGreaterThan(leastDb(format.codec()));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAnAudioToo(AudioFormat format) throws IOException {
        short[] out = Coded.decode(codecs.encoder(format).finish(), format, 333);
        assertThat(out.length).isLessThanOrEqualTo(format.codec() == Codec.MP3 ? 3 * 1152 : 0);
        assertThat(out).doesNotContain((short) 100);
    }

    private static double leastDb(Codec codec) {
        return switch (codec) {
            case PCM -> 85;
            case MP3, OPUS -> 25;
            case ULAW, ALAW -> 35;
        };
    }
}
