package dev.parley.domain.task;

import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.task.Effect.Capture;
import dev.parley.domain.task.Effect.Expire;
import dev.parley.domain.task.Effect.Notify;
import dev.parley.domain.task.Effect.Release;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.AttemptReplaced;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskEvent.Report;
import dev.parley.domain.task.TaskEvent.Resumed;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state a task takes next, and what must be saved together with it. */
public record Transition(TaskState state, List<Effect> effects) {

    private static final Failure CUT_SHORT = new Unavailable("The attempt was cut short.");

    private record Step(TaskState state, TaskEvent event) {}

    /**
     * What a task does next. Pure: no clock, no I/O. An event that no longer applies leaves the state as it is.
     *
     * @param jitter from 0 to 1: which part of the longest pause a retry waits
     */
    public static Transition next(TaskState state, TaskEvent event, RetryPolicy retries, double jitter) {
        return switch (new Step(state, event)) {
            case Step(Pending(int attempts, int unknown, var _), Claimed(Lease lease, var _)) ->
                to(new Processing(attempts + 1, unknown, lease));
            case Step(Processing(int attempts, int unknown, var _), Resumed(Lease lease)) ->
                to(new Processing(attempts, unknown, lease));

            // A worker that lost its lease reports late: its successor owns the task now.
            case Step(Processing(var _, var _, Lease lease), Report report)
            when !report.token().equals(lease.token()) -> to(state);
            case Step(Processing _, Finished(var _, var audio, Credits cost, Instant at, var details)) ->
                to(new Completed(audio, cost, at, details), settle(cost), new Notify(EventType.TASK_COMPLETED));
            case Step(Processing _, Abandoned(var _, Credits cost, Instant at)) -> cancelled(cost, at);
            case Step(Processing tried, AttemptFailed(var _, Failure failure, Instant at)) ->
                retry(tried, failure, at, retries, jitter).orElseGet(() -> failed(failure, at, new Release()));
            case Step(Processing tried, AttemptReplaced(var _, Failure failure, Lease next, var _, Instant at)) ->
                replacement(tried, failure, next, retries).orElseGet(() -> failed(failure, at, new Release()));
            case Step(Processing tried, LeaseExpired(Instant at)) ->
                retry(tried, CUT_SHORT, at, retries, jitter).orElseGet(() -> failed(CUT_SHORT, at, new Expire()));

            case Step(Pending _, CancelRequested(Instant at)) -> cancelled(Credits.NONE, at);
            case Step(Processing _, CancelRequested(Instant at)) -> cancelled(Credits.NONE, at);

            case Step(Pending _, Report _), Step(Pending _, LeaseExpired _), Step(Pending _, Resumed _) -> to(state);
            case Step(Processing _, Claimed _) -> to(state);
            case Step(Final _, var _) -> to(state);
        };
    }

    /** The wait for another attempt; empty where there will be none. */
    private static Optional<Transition> retry(
            Processing tried, Failure failure, Instant at, RetryPolicy retries, double jitter) {
        if (tried.attempts() >= retries.attemptsMax()) {
            return Optional.empty();
        }
        var pause = retries.pauseAfter(tried.attempts(), jitter);
        return switch (failure) {
            case Rejected _ -> Optional.empty();
            case Misconfigured _, Throttled _, Unavailable _
            when retries.elsewhere() && !failure.mayHaveRendered() -> waiting(tried, tried.unknown(), at);
            case Misconfigured _ -> Optional.empty();
            case Throttled(var _, Duration retryAfter) ->
                retryAfter.compareTo(RetryPolicy.WAIT_MAX) > 0
                        ? Optional.empty()
                        : waiting(tried, tried.unknown(), at.plus(atLeast(retryAfter, pause)));
            case Unavailable(var _, boolean mayHaveRendered)
            when !mayHaveRendered -> waiting(tried, tried.unknown(), at.plus(pause));
            case Unavailable _ ->
                retries.onUnknown() == OnUnknown.REFUND || tried.unknown() > 0
                        ? Optional.empty()
                        : waiting(tried, tried.unknown() + 1, at.plus(pause));
        };
    }

    /** A caller who listens is not kept waiting for a provider that asks for time; another may have some. */
    private static Optional<Transition> replacement(
            Processing tried, Failure failure, Lease next, RetryPolicy retries) {
        if (tried.attempts() >= retries.attemptsMax()) {
            return Optional.empty();
        }
        return switch (failure) {
            case Rejected _ -> Optional.empty();
            case Misconfigured _, Throttled _ when !retries.elsewhere() -> Optional.empty();
            case Misconfigured _, Throttled _, Unavailable _
            when !failure.mayHaveRendered() ->
                Optional.of(to(new Processing(tried.attempts() + 1, tried.unknown(), next)));
            case Misconfigured _, Throttled _, Unavailable _ ->
                retries.onUnknown() == OnUnknown.REFUND || tried.unknown() > 0
                        ? Optional.empty()
                        : Optional.of(to(new Processing(tried.attempts() + 1, tried.unknown() + 1, next)));
        };
    }

    private static Optional<Transition> waiting(Processing tried, int unknown, Instant notBefore) {
        return Optional.of(to(new Pending(tried.attempts(), unknown, notBefore)));
    }

    /** A plugin's word is not trusted: a wait that ended before it began is none, and no task waits longer than a day. */
    private static Duration atLeast(Duration retryAfter, Duration pause) {
        var wait = retryAfter.isNegative() ? pause : retryAfter.plus(pause);
        return wait.compareTo(RetryPolicy.WAIT_MAX) > 0 ? RetryPolicy.WAIT_MAX : wait;
    }

    private static Transition failed(Failure failure, Instant at, Effect refund) {
        return to(new Failed(failure, at), refund, new Notify(EventType.TASK_FAILED));
    }

    private static Transition cancelled(Credits cost, Instant at) {
        return to(new Cancelled(cost, at), settle(cost), new Notify(EventType.TASK_CANCELLED));
    }

    private static Effect settle(Credits cost) {
        return cost.equals(Credits.NONE) ? new Release() : new Capture(cost);
    }

    private static Transition to(TaskState state, Effect... effects) {
        return new Transition(state, List.of(effects));
    }
}
