package dev.parley.domain.task;

import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.dialogue.Failure.Misconfigured;
import dev.parley.domain.dialogue.Failure.Rejected;
import dev.parley.domain.dialogue.Failure.Throttled;
import dev.parley.domain.dialogue.Failure.Unavailable;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Effect.Capture;
import dev.parley.domain.task.Effect.Release;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskEvent.Report;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The state a task takes next, and what must be saved together with it. */
public record Transition(TaskState state, List<Effect> effects) {

    private record Step(TaskState state, TaskEvent event) {}

    /** What a task does next. Pure: no clock, no I/O. An event that no longer applies leaves the state as it is. */
    public static Transition next(TaskState state, TaskEvent event, RetryPolicy retries) {
        return switch (new Step(state, event)) {
            case Step(Pending(int attempts, var _), Claimed(Lease lease)) -> to(new Processing(attempts + 1, lease));

            // A worker that lost its lease reports late: its successor owns the task now.
            case Step(Processing(var _, Lease lease), Report report)
            when !report.token().equals(lease.token()) -> to(state);
            case Step(Processing _, Finished(var _, var audio, Credits cost, Instant at)) ->
                to(new Completed(audio, cost, at), settle(cost));
            case Step(Processing _, Abandoned(var _, Credits cost, Instant at)) ->
                to(new Cancelled(cost, at), settle(cost));
            case Step(Processing tried, AttemptFailed(var _, Failure failure, Instant at)) ->
                retryOrFail(tried, failure, at, retries);
            case Step(Processing tried, LeaseExpired(Instant at)) ->
                retryOrFail(tried, new Unavailable("The attempt was cut short."), at, retries);

            case Step(Pending _, CancelRequested(Instant at)) -> to(new Cancelled(Credits.NONE, at), new Release());
            case Step(Processing _, CancelRequested(Instant at)) -> to(new Cancelled(Credits.NONE, at), new Release());

            case Step(Pending _, Report _), Step(Pending _, LeaseExpired _), Step(Processing _, Claimed _) -> to(state);
            case Step(Final _, var _) -> to(state);
        };
    }

    private static Transition retryOrFail(Processing tried, Failure failure, Instant at, RetryPolicy retries) {
        Duration wait = switch (failure) {
            case Rejected _, Misconfigured _ -> null;
            case Throttled(var _, Duration retryAfter) -> retryAfter;
            case Unavailable _ -> Duration.ZERO;
        };
        boolean worthwhile = wait != null && wait.compareTo(RetryPolicy.WAIT_MAX) <= 0;
        if (!worthwhile || tried.attempts() >= retries.attemptsMax()) {
            return to(new Failed(failure, at), new Release());
        }
        var pause = retries.pauseAfter(tried.attempts());
        return to(new Pending(tried.attempts(), at.plus(pause.compareTo(wait) > 0 ? pause : wait)));
    }

    private static Effect settle(Credits cost) {
        return cost.equals(Credits.NONE) ? new Release() : new Capture(cost);
    }

    private static Transition to(TaskState state, Effect... effects) {
        return new Transition(state, List.of(effects));
    }
}
