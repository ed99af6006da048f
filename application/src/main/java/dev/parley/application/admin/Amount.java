package dev.parley.application.admin;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;

/** Credits as an operator writes them. */
final class Amount {

    /** Of one grant or limit: nine thousand such still fit an account. */
    static final Credits MAX = Credits.ofWhole(1_000_000_000);

    static final Credits LEAST = new Credits(1);

    private static final int TEXT_LENGTH_MAX = 40;

    private Amount() {}

    /** @throws Refused naming the field, if it is no amount from {@code min} to {@link #MAX} */
    static Credits checked(String field, String decimal, Credits min) {
        try {
            if (decimal.length() <= TEXT_LENGTH_MAX) {
                var amount = Credits.parse(decimal);
                if (amount.compareTo(min) >= 0 && amount.compareTo(MAX) <= 0) {
                    return amount;
                }
            }
        } catch (IllegalArgumentException _) {
            throw wrong(field, min);
        }
        throw wrong(field, min);
    }

    private static Refused wrong(String field, Credits min) {
        return Refused.invalid(
                field, "must be a number of credits from " + min + " to " + MAX + ", with at most six decimals.");
    }
}
