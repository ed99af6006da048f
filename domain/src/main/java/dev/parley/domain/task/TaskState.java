package dev.parley.domain.task;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a task stands. Each state holds what is true in it and nothing else. */
public sealed interface TaskState {

    /**
     * Waits for its next attempt.
     *
     * @param attempts how many have begun so far
     * @param unknown of how many of them nobody knows whether the provider rendered them
     */
    record Pending(int attempts, int unknown, Instant notBefore) implements TaskState {}

    /**
     * Is being rendered by the lease's owner.
     *
     * @param attempts how many have begun, this one included
     * @param unknown of how many earlier ones nobody knows whether the provider rendered them
     */
    record Processing(int attempts, int unknown, Lease lease) implements TaskState {}

    /** A state that is never left. The hold is settled exactly when a task reaches one. */
    sealed interface Final extends TaskState {
        Instant at();
    }

    /** @param details what is known of it beside its bytes; null where nothing is */
    record Completed(
            AudioRef audio,
            Credits cost,
            Instant at,
            @Nullable Details details) implements Final {

        /** Of which no more is known. */
        public Completed(AudioRef audio, Credits cost, Instant at) {
            this(audio, cost, at, null);
        }
    }

    /** Costs nothing. */
    record Failed(Failure failure, Instant at) implements Final {}

    /** @param cost of what had been delivered when a live caller left; nothing where a queued task was cancelled */
    record Cancelled(Credits cost, Instant at) implements Final {}
}
