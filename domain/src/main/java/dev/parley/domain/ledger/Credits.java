package dev.parley.domain.ledger;

import java.math.BigDecimal;

/** An amount of credits, counted in millionths so that every price and every sum is exact. Never negative. */
public record Credits(long micros) implements Comparable<Credits> {
    public static final Credits NONE = new Credits(0);
    private static final int DECIMALS = 6;
    private static final long MICROS_PER_CREDIT = 1_000_000;

    public Credits {
        if (micros < 0) {
            throw new IllegalArgumentException("credits are never negative: " + micros + " micro-credits");
        }
    }

    public static Credits ofWhole(long credits) {
        return new Credits(Math.multiplyExact(credits, MICROS_PER_CREDIT));
    }

    /**
     * The amount written as a decimal number of credits.
     *
     * @throws IllegalArgumentException for anything else, for an amount finer than a millionth, or out of range
     */
    public static Credits parse(String decimal) {
        try {
            // Moving the point would write out every zero of a huge exponent: minutes of work for 1e100000000.
            return new Credits(
                    new BigDecimal(decimal).scaleByPowerOfTen(DECIMALS).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + decimal + "' is not an amount of credits: write a number with at most six decimals", e);
        }
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(micros, other.micros));
    }

    /** @throws IllegalArgumentException if {@code other} is more than this */
    public Credits minus(Credits other) {
        return new Credits(micros - other.micros);
    }

    /** Decimal credits without trailing zeros: 1500000 micro-credits are 1.5. */
    public BigDecimal toDecimal() {
        var decimal = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
