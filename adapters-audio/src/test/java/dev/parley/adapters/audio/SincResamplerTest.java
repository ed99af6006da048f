package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SincResamplerTest {

    private final SincResampler resampler = new SincResampler();

    @ParameterizedTest
    @CsvSource({
        "16000,44100", "44100,16000", "44100,48000", "48000,44100", "22050,48000", "8000,48000", "48000,8000",
        "24000,22050", "16000,22050", "17120,44100", "44101,48000", "192000,4000", "4000,192000", "32000,24000"
    })
    void toneKeepsEightyDecibelsAboveNoise(int fromHz, int toHz) {
        double hertz = 0.2973 * Math.min(fromHz, toHz);
        short[] out = resampler.resample(Signals.tone(hertz, fromHz, fromHz, 0.9), fromHz, toHz);
        assertThat(Signals.signalToNoiseDb(out, hertz, toHz, toHz / 10)).isGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource({"16000,44100", "44100,16000", "48000,44100", "17120,44100", "44101,48000", "48000,8000"})
    void toneKeepsItsLevel(int fromHz, int toHz) {
        double hertz = 0.4 * Math.min(fromHz, toHz);
        short[] out = resampler.resample(Signals.tone(hertz, fromHz, fromHz, 0.5), fromHz, toHz);
        assertThat(Signals.levelDb(out, hertz, toHz, toHz / 10)).isBetween(-6.03, -6.01);
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "48000,44100", "48000,8000", "44100,22050", "44101,24000", "192000,8000"})
    void whatCouldAliasIsGone(int fromHz, int toHz) {
        double hertz = Math.min(0.505 * toHz, 0.499 * fromHz);
        short[] out = resampler.resample(Signals.tone(hertz, fromHz, fromHz, 1), fromHz, toHz);
        assertThat(Signals.levelDb(out, toHz - hertz, toHz, toHz / 10)).isLessThan(-90);
    }

    @ParameterizedTest
    @CsvSource({"16000,48000", "48000,16000", "44100,48000", "44101,48000"})
    void nothingIsDelayed(int fromHz, int toHz) {
        short[] out = resampler.resample(Signals.tone(700, fromHz, fromHz, 0.5), fromHz, toHz);
        short[] direct = Signals.tone(700, toHz, toHz, 0.5);
        for (int i = toHz / 10; i < toHz * 9 / 10; i++) {
            assertThat((int) out[i]).isBetween(direct[i] - 2, direct[i] + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 64, 1000, 44_101})
    void silenceStaysSilence(int samples) {
        short[] silence = new short[(int) Math.round(samples * 48_000.0 / 44_100)];
        assertThat(resampler.resample(new short[samples], 44_100, 48_000)).isEqualTo(silence);
    }

    @Test
    void fullScaleSquareSaturatesInsteadOfWrapping() {
        short[] square = new short[4000];
        for (int i = 0; i < square.length; i++) {
            square[i] = (i / 100) % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] out = resampler.resample(square, 16_000, 44_100);
        for (int i = 0; i < out.length; i++) {
            long place = (long) i * 160 / 441;
            if (place % 100 > 10 && place % 100 < 90) {
                assertThat(out[i] > 0).isEqualTo((place / 100) % 2 == 0);
            }
        }
    }

    @Test
    void sameRateChangesNothingAndCopies() {
        short[] in = Signals.noise(8000, 500, 1);
        assertThat(resampler.resample(in, 8000, 8000)).isEqualTo(in).isNotSameAs(in);
    }

    @ParameterizedTest
    @CsvSource({"3999,8000", "8000,3999", "192001,8000", "8000,192001", "0,0"})
    void rateOutOfRangeIsRefused(int fromHz, int toHz) {
        assertThatThrownBy(() -> resampler.resample(new short[1], fromHz, toHz))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 60)
    void lengthIsExactForAnyPairOfRates(
            @ForAll @IntRange(min = 4000, max = 192_000) int fromHz,
            @ForAll @IntRange(min = 4000, max = 192_000) int toHz,
            @ForAll @IntRange(max = 400) int samples) {
        long exact = (2L * samples * toHz + fromHz) / (2L * fromHz);
        assertThat(resampler.resample(new short[samples], fromHz, toHz)).hasSize((int) exact);
    }

    @Property(tries = 60)
    void cutsHaveNoSayInTheResult(
            @ForAll @IntRange(min = 4000, max = 50_000) int fromHz,
            @ForAll @IntRange(min = 4000, max = 50_000) int toHz,
            @ForAll @IntRange(max = 3000) int samples,
            @ForAll @IntRange(min = 1, max = 700) int pieceMax) {
        short[] in = Signals.noise(fromHz, samples, samples);
        var converter = new RateConverter(fromHz, toHz);
        List<short[]> out = new ArrayList<>();
        Signals.cut(in, pieceMax, 5).forEach(piece -> out.add(converter.push(piece)));
        out.add(converter.finish());
        assertThat(Signals.join(out)).isEqualTo(resampler.resample(in, fromHz, toHz));
    }
}
