package dev.parley.domain.task;

import dev.parley.domain.ledger.Credits;

/** What must happen in the same transaction as the change of state. */
public sealed interface Effect {

    /** Take {@code cost} from the hold and give back the rest. */
    record Capture(Credits cost) implements Effect {}

    /** Give back the whole hold. */
    record Release() implements Effect {}
}
