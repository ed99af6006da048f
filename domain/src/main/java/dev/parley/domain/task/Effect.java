package dev.parley.domain.task;

import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;

/** What must happen in the same transaction as the change of state. */
public sealed interface Effect {

    /** Take {@code cost} from the hold and give back the rest. */
    record Capture(Credits cost) implements Effect {}

    /** Give back the whole hold. */
    record Release() implements Effect {}

    /** Give back the whole hold because its time is over: whoever was to settle it is gone. */
    record Expire() implements Effect {}

    /** Tell those who asked to be told. */
    record Notify(EventType type) implements Effect {}
}
