package dev.parley.domain.task;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happens to a task. */
public sealed interface TaskEvent {

    /**
     * A worker takes the task.
     *
     * @param route place of the one that is taken
     */
    record Claimed(Lease lease, int route) implements TaskEvent {

        /** On the first of its routes. */
        public Claimed(Lease lease) {
            this(lease, 0);
        }
    }

    /** A worker goes on with an attempt whose first worker is gone: the provider knows the attempt by an id of its own. */
    record Resumed(Lease lease) implements TaskEvent {}

    /** The account's owner no longer wants it. */
    record CancelRequested(Instant at) implements TaskEvent {}

    /** The lease's owner is gone: its process ended, or it overran its time. What the provider did nobody knows. */
    record LeaseExpired(Instant at) implements TaskEvent {}

    /** What the lease's owner has to say. Counts only while the token is the current one. */
    sealed interface Report extends TaskEvent {
        String token();
    }

    /**
     * All of it is stored.
     *
     * @param details what is known of it beside its bytes; null where nothing is
     */
    record Finished(
            String token,
            AudioRef audio,
            Credits cost,
            Instant at,
            @Nullable Details details) implements Report {

        /** Of which no more is known. */
        public Finished(String token, AudioRef audio, Credits cost, Instant at) {
            this(token, audio, cost, at, null);
        }
    }

    record AttemptFailed(String token, Failure failure, Instant at) implements Report {}

    /**
     * A live attempt failed before its caller got anything: where another is allowed, it begins with this step.
     *
     * @param next under which the next attempt is made
     * @param route place of the one that it takes
     */
    record AttemptReplaced(String token, Failure failure, Lease next, int route, Instant at) implements Report {

        /** On the first of its routes. */
        public AttemptReplaced(String token, Failure failure, Lease next, Instant at) {
            this(token, failure, next, 0, at);
        }
    }

    /**
     * The live caller left before the end.
     *
     * @param cost of what had been delivered until then
     */
    record Abandoned(String token, Credits cost, Instant at) implements Report {}
}
