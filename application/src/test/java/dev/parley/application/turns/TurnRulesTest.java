package dev.parley.application.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.application.turns.TurnAudio.Level;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small rules by which turns become one audio. */
final class TurnRulesTest {

    private static final Offset<Double> A_LITTLE = within(0.001);

    @ParameterizedTest
    @CsvSource({
        "-20, 1.0", // as loud
        "-20.9, 1.0", // nearly as loud
        "-26, 1.995", // 6 dB softer
        "-14, 0.501", // 6 dB louder
        "-60, 3.981", // never more than 12 dB
        "0, 0.251"
    })
    void turnsMeetTheFirstOnesLoudnessWithinBounds(double lufs, double factor) {
        var levels = new Levels();
        assertThat(levels.factor(level(-20, 3000))).isEqualTo(1);
        assertThat(levels.factor(level(lufs, 3000))).isCloseTo(factor, A_LITTLE);
    }

    @Test
    void peaksAreKeptFromClipping() {
        var levels = new Levels();
        var _ = levels.factor(level(-20, 3000));
        assertThat(levels.factor(level(-30, 14_602))).isCloseTo(2.0, A_LITTLE);
        assertThat(levels.factor(level(-30, 32_000))).isEqualTo(1);
    }

    @Test
    void theFirstThatCanBeMeasuredSetsTheMeasure() {
        var levels = new Levels();
        assertThat(levels.factor(new Level(OptionalDouble.empty(), 0))).isEqualTo(1);
        assertThat(levels.factor(level(-30, 3000))).isEqualTo(1);
        assertThat(levels.factor(level(-24, 3000))).isCloseTo(0.501, A_LITTLE);
    }

    @Test
    void loudPassageThatComesLateMakesTheRestSofter() {
        var gain = new Gain(4);
        assertThat(gain.apply(new short[] {1000})).containsExactly(4000);
        assertThat(gain.apply(new short[] {16_000, -16_383, 1000})).containsExactly(32_001, -32_767, 2000);
        assertThat(gain.apply(new short[] {1000})).containsExactly(2000);
    }

    @Test
    void silenceIsTakenOffBothEnds() {
        var trim = new SilenceTrim(1000);
        assertThat(trim.push(new short[] {0, 50, -100})).isEmpty();
        assertThat(trim.push(new short[] {3, 500, 0, 0})).containsExactly(500);
        assertThat(trim.push(new short[] {-400, 1, 2})).containsExactly(0, 0, -400);
        assertThat(trim.leading()).isEqualTo(4);
    }

    @Test
    void onlyHalfASecondIsTakenOff() {
        var trim = new SilenceTrim(1000);
        short[] pause = new short[800];
        assertThat(trim.push(pause)).isEmpty();
        assertThat(trim.leading()).isEqualTo(500);
        assertThat(trim.push(new short[] {999})).hasSize(301);
        assertThat(trim.push(pause)).hasSize(300);
    }

    @Test
    void timesThatAreToldTwiceOrTooLateAreSetRight() {
        var times = new TurnTimes(2, 4, 1000, 500);
        List<VoiceSegment> heard = new ArrayList<>();
        heard.addAll(times.heard(700, List.of(told(0, 0, 100, 100, 190))));
        heard.addAll(times.heard(900, List.of(told(0, 0, 100, 100, 190, 190, 300))));
        heard.addAll(times.heard(1000, List.of(told(3, 300, 9000))));
        heard.addAll(times.end());
        assertThat(heard)
                .flatExtracting(VoiceSegment::characters)
                .containsExactly(
                        new CharacterTime(500, 600),
                        new CharacterTime(600, 690),
                        new CharacterTime(690, 800),
                        new CharacterTime(800, 1000));
        assertThat(heard).extracting(VoiceSegment::turn).containsOnly(2);
    }

    @Test
    void whatIsNotToldIsSpreadEvenly() {
        var times = new TurnTimes(0, 3, 1000, 0);
        assertThat(times.heard(100, List.of()))
                .extracting(VoiceSegment::endMillis)
                .containsExactly(60L);
        var heard = times.heard(260, List.of());
        assertThat(heard).isEmpty();
        assertThat(times.end())
                .containsExactly(
                        new VoiceSegment(0, 1, List.of(new CharacterTime(60, 160), new CharacterTime(160, 260))));
    }

    @Test
    void billsAreAddedUpAndIdsListed() {
        var whole = new Told();
        var bills = new TurnBills(3, whole);
        bills.receipt(0).billed("req-a", "key-1", new BigDecimal("1.5"));
        bills.receipt(2).billed("req-c", "key-1", null);
        bills.receipt(1).billed("req-b", "key-2", new BigDecimal("2.25"));
        bills.receipt(1).billed("req-b", "key-2", new BigDecimal("2.5"));
        assertThat(whole.last).containsExactly("req-a,req-b,req-c", "key-1,key-2", "4.0");
    }

    @Test
    void idsThatDoNotFitAreCounted() {
        var whole = new Told();
        var bills = new TurnBills(30, whole);
        IntStream.range(0, 30).forEach(turn -> bills.receipt(turn).billed("request-%04d".formatted(turn), null, null));
        assertThat(whole.last.getFirst()).endsWith(",request-0014,+15").hasSizeLessThanOrEqualTo(Receipt.LENGTH_MAX);
    }

    @Test
    void jobsAreKeptOnlyWhereThereIsOneTurn() {
        var whole = new Told();
        new TurnBills(2, whole).receipt(0).keep("job-1");
        assertThat(whole.kept).isNull();
        new TurnBills(1, whole).receipt(0).keep("job-1");
        assertThat(whole.kept).isEqualTo("job-1");
    }

    private static Level level(double lufs, int peak) {
        return new Level(OptionalDouble.of(lufs), peak);
    }

    /** Starts and ends in turn. */
    private static VoiceSegment told(int first, long... millis) {
        return new VoiceSegment(
                0,
                first,
                IntStream.range(0, millis.length / 2)
                        .mapToObj(i -> new CharacterTime(millis[2 * i], millis[2 * i + 1]))
                        .toList());
    }

    private static final class Told implements Receipt {
        private List<@Nullable String> last = List.of();
        private @Nullable String kept;

        @Override
        public Optional<String> upstreamId() {
            return Optional.empty();
        }

        @Override
        public void keep(String upstreamId) {
            kept = upstreamId;
        }

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
            last = Arrays.asList(requestId, credential, cost == null ? null : cost.toString());
        }
    }
}
