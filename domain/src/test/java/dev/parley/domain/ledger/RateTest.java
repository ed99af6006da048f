package dev.parley.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    private static final long MICROS_MAX = 1_000_000_000_000L;
    private static final long UNITS_MAX = 1_000_000;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 999, 1", "1, 1000, 1", "1, 1001, 2", "999, 1, 1", "1500, 1, 2", "2000, 1, 2", "7, 0, 0"})
    void roundsUpToAWholeMicroCredit(long microsPerThousand, long units, long micros) {
        var rate = new Rate(new Credits(microsPerThousand), Credits.NONE);
        assertThat(rate.price(units)).isEqualTo(new Credits(micros));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "499, 500", "500, 500", "501, 501"})
    void costsAtLeastTheMinimum(long units, long micros) {
        var rate = new Rate(new Credits(1000), new Credits(500));
        assertThat(rate.price(units)).isEqualTo(new Credits(micros));
    }

    @Property
    void priceIsTheExactValueOrLessThanOneMicroMore(
            @ForAll @LongRange(min = 0, max = MICROS_MAX) long microsPerThousand,
            @ForAll @LongRange(min = 0, max = UNITS_MAX) long units) {
        var price = new Rate(new Credits(microsPerThousand), Credits.NONE).price(units);
        var exact = new BigDecimal(microsPerThousand)
                .multiply(new BigDecimal(units))
                .movePointLeft(3);
        assertThat(new BigDecimal(price.micros()).subtract(exact))
                .isGreaterThanOrEqualTo(BigDecimal.ZERO)
                .isLessThan(BigDecimal.ONE);
    }

    @Property
    void moreUnitsNeverCostLess(
            @ForAll @LongRange(min = 0, max = MICROS_MAX) long microsPerThousand,
            @ForAll @LongRange(min = 0, max = MICROS_MAX) long minimum,
            @ForAll @LongRange(min = 0, max = UNITS_MAX) long units,
            @ForAll @LongRange(min = 0, max = UNITS_MAX) long more) {
        var rate = new Rate(new Credits(microsPerThousand), new Credits(minimum));
        assertThat(rate.price(units + more)).isGreaterThanOrEqualTo(rate.price(units));
    }

    @Property
    void minimumOnlyEverRaisesThePrice(
            @ForAll @LongRange(min = 0, max = MICROS_MAX) long microsPerThousand,
            @ForAll @LongRange(min = 0, max = MICROS_MAX) long minimum,
            @ForAll @LongRange(min = 0, max = UNITS_MAX) long units) {
        long without = new Rate(new Credits(microsPerThousand), Credits.NONE)
                .price(units)
                .micros();
        var with = new Rate(new Credits(microsPerThousand), new Credits(minimum)).price(units);
        assertThat(with).isEqualTo(new Credits(Math.max(without, minimum)));
    }

    @Test
    void unitsAreNeverNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(Credits.ofWhole(1), Credits.NONE).price(-1))
                .withMessage("units are never negative: -1");
    }

    @Test
    void priceTooLargeToCountIsAnError() {
        var rate = new Rate(new Credits(Long.MAX_VALUE), Credits.NONE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> rate.price(2));
    }
}
