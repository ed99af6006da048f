package dev.parley.adapters.storage.jdbc;

import static java.util.Objects.requireNonNull;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Details;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A state laid out in columns, so that it can be asked for. What its status does not know is null; the table checks. */
record StateColumns(
        Status status,
        @Nullable Integer attempts,
        @Nullable Integer unknowns,
        @Nullable Long notBeforeMs,
        @Nullable String leaseToken,
        @Nullable Long leaseUntilMs,
        @Nullable String audioId,
        @Nullable String audioFormat,
        @Nullable Long audioBytes,
        @Nullable String audioSha256,
        @Nullable String details,
        @Nullable Long costMicros,
        @Nullable String failureKind,
        @Nullable String failureMessage,
        @Nullable Long failureRetryAfterMs,
        @Nullable Boolean failureMayHaveRendered,
        @Nullable Long endedMs) {

    /** The kinds of {@link TaskState}. */
    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    static StateColumns of(TaskState state) {
        return switch (state) {
            case Pending(int attempts, int unknown, Instant notBefore) ->
                open(Status.PENDING, attempts, unknown, notBefore.toEpochMilli(), null, null);
            case Processing(int attempts, int unknown, Lease(String token, Instant until)) ->
                open(Status.PROCESSING, attempts, unknown, null, token, until.toEpochMilli());
            case Completed(AudioRef audio, Credits cost, Instant at, var details) ->
                ended(Status.COMPLETED, audio, details, cost.micros(), null, at);
            case Failed(var failure, Instant at) ->
                ended(Status.FAILED, null, null, null, FailureColumns.of(failure), at);
            case Cancelled(Credits cost, Instant at) -> ended(Status.CANCELLED, null, null, cost.micros(), null, at);
        };
    }

    TaskState toState() {
        return switch (status) {
            case PENDING -> new Pending(known(attempts), known(unknowns), instant(notBeforeMs));
            case PROCESSING ->
                new Processing(known(attempts), known(unknowns), new Lease(known(leaseToken), instant(leaseUntilMs)));
            case COMPLETED ->
                new Completed(
                        new AudioRef(known(audioId), media(known(audioFormat)), known(audioBytes), known(audioSha256)),
                        new Credits(known(costMicros)),
                        instant(endedMs),
                        details == null ? null : DetailsJson.read(details));
            case FAILED ->
                new Failed(
                        new FailureColumns(
                                        known(failureKind),
                                        known(failureMessage),
                                        failureRetryAfterMs,
                                        failureMayHaveRendered)
                                .toFailure(),
                        instant(endedMs));
            case CANCELLED -> new Cancelled(new Credits(known(costMicros)), instant(endedMs));
        };
    }

    static Media media(String name) {
        return Media.named(name)
                .orElseThrow(() -> new IllegalStateException("a later version stored the format '" + name + "'"));
    }

    private static StateColumns open(
            Status status,
            int attempts,
            int unknowns,
            @Nullable Long notBeforeMs,
            @Nullable String token,
            @Nullable Long untilMs) {
        return new StateColumns(
                status,
                attempts,
                unknowns,
                notBeforeMs,
                token,
                untilMs,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static StateColumns ended(
            Status status,
            @Nullable AudioRef audio,
            @Nullable Details details,
            @Nullable Long costMicros,
            @Nullable FailureColumns failure,
            Instant at) {
        return new StateColumns(
                status,
                null,
                null,
                null,
                null,
                null,
                audio == null ? null : audio.id(),
                audio == null ? null : audio.format().name(),
                audio == null ? null : audio.bytes(),
                audio == null ? null : audio.sha256(),
                details == null ? null : DetailsJson.write(details),
                costMicros,
                failure == null ? null : failure.kind(),
                failure == null ? null : failure.message(),
                failure == null ? null : failure.retryAfterMs(),
                failure == null ? null : failure.mayHaveRendered(),
                at.toEpochMilli());
    }

    private static Instant instant(@Nullable Long millis) {
        return Instant.ofEpochMilli(known(millis));
    }

    private static <T> T known(@Nullable T column) {
        return requireNonNull(column, "the table's checks let an incomplete state through");
    }
}
