package dev.parley.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "1.5, 1500000",
        "0.028, 28000",
        "0.000001, 1",
        "1.10, 1100000",
        "1e3, 1000000000",
        "0.0000010, 1",
        "9223372036854.775807, 9223372036854775807"
    })
    void parsesDecimalCredits(String decimal, long micros) {
        assertThat(Credits.parse(decimal)).isEqualTo(new Credits(micros));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "one",
                "1,5",
                "1.5 ",
                "0x10",
                "NaN",
                "Infinity",
                "-1",
                "-0.000001",
                "0.0000001",
                "1.0000005",
                "9223372036854.775808",
                "1e13"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credits.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "1e2147483647", "1e-2147483647", "-1e100000000"})
    void refusesAHugeExponentAtOnce(String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatIllegalArgumentException().isThrownBy(() -> Credits.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.000001", "28000, 0.028", "1500000, 1.5", "10000000, 10", "1234000000, 1234"})
    void printsWithoutTrailingZerosOrExponent(long micros, String printed) {
        assertThat(new Credits(micros)).hasToString(printed);
    }

    @Property
    void printedAmountIsParsedBack(@ForAll @LongRange(min = 0) long micros) {
        var credits = new Credits(micros);
        assertThat(Credits.parse(credits.toString())).isEqualTo(credits);
    }

    @Property
    void decimalIsExact(@ForAll @LongRange(min = 0) long micros) {
        assertThat(new Credits(micros).toDecimal())
                .isEqualByComparingTo(new BigDecimal(micros).divide(new BigDecimal(1_000_000)));
    }

    @Property
    void whatIsAddedCanBeTakenAway(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long some,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long more) {
        var sum = new Credits(some).plus(new Credits(more));
        assertThat(sum.minus(new Credits(more))).isEqualTo(new Credits(some));
    }

    @Property
    void orderIsThatOfTheAmounts(@ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        assertThat(new Credits(one).compareTo(new Credits(other))).isEqualTo(Long.compare(one, other));
    }

    @Test
    void areNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Credits(-1));
    }

    @Test
    void moreThanThereIsCannotBeTakenAway() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Credits(1).minus(new Credits(2)));
    }

    @Test
    void sumThatOverflowsIsAnError() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Credits(Long.MAX_VALUE).plus(new Credits(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000000", "9223372036854, 9223372036854000000"})
    void wholeCreditsAreMillionsOfMicros(long credits, long micros) {
        assertThat(Credits.ofWhole(credits).micros()).isEqualTo(micros);
    }

    @Test
    void wholeCreditsThatOverflowAreAnError() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Credits.ofWhole(9_223_372_036_855L));
    }
}
