package dev.parley.domain.ledger;

/**
 * Price of one public model.
 *
 * @param unit what is counted
 * @param perThousand what 1,000 units cost
 * @param minimum the least that one request costs
 */
public record Rate(PriceUnit unit, Credits perThousand, Credits minimum) {

    /** A price of characters. */
    public Rate(Credits perThousand, Credits minimum) {
        this(PriceUnit.CHARACTER, perThousand, minimum);
    }

    /** Rounds up to a whole micro-credit: a price is never lost to rounding. */
    public Credits price(long units) {
        if (units < 0) {
            throw new IllegalArgumentException("units are never negative: " + units);
        }
        long micros = Math.ceilDiv(Math.multiplyExact(perThousand.micros(), units), 1000L);
        return micros < minimum.micros() ? minimum : new Credits(micros);
    }
}
