package dev.parley.domain.ledger;

/** An account's credits. What was ever granted, less what was withdrawn, is the sum of the three. */
public record Balance(Credits available, Credits held, Credits spent) {

    public static final Balance EMPTY = new Balance(Credits.NONE, Credits.NONE, Credits.NONE);

    public Credits granted() {
        return available.plus(held).plus(spent);
    }
}
