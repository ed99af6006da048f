package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.InspectTasks.Status;
import dev.parley.application.admin.TaskView;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as its operator sees it: without the caller's text.
 *
 * @param attempts null in a list
 */
record TaskJson(
        UUID id,
        String account,
        String key,
        String mode,
        String status,
        String model,
        String provider,
        int characters,
        @JsonProperty("held_credits") BigDecimal held,
        @Nullable BigDecimal credits,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("ended_at") @Nullable String endedAt,
        @Nullable String failure,
        @Nullable List<AttemptJson> attempts) {

    record AttemptJson(
            int number,
            String provider,
            @JsonProperty("dispatched_at") String dispatchedAt,
            @JsonProperty("upstream_id") @Nullable String upstreamId,
            @Nullable String outcome,
            @Nullable String detail,
            @JsonProperty("ended_at") @Nullable String endedAt,
            @JsonProperty("upstream_request_id") @Nullable String upstreamRequestId,
            @JsonProperty("upstream_credential") @Nullable String upstreamCredential,
            @JsonProperty("upstream_cost") @Nullable BigDecimal upstreamCost) {

        static AttemptJson of(AttemptRecord attempt) {
            var ending = attempt.ending();
            var bill = ending == null ? null : ending.bill();
            return new AttemptJson(
                    attempt.number(),
                    attempt.provider(),
                    attempt.dispatchedAt().toString(),
                    attempt.upstreamId(),
                    ending == null ? null : Parameters.lower(ending.outcome()),
                    ending == null ? null : ending.detail(),
                    ending == null ? null : ending.at().toString(),
                    bill == null ? null : bill.requestId(),
                    bill == null ? null : bill.credential(),
                    bill == null ? null : bill.cost());
        }
    }

    static TaskJson of(TaskView view) {
        return of(view.task(), view.attempts().stream().map(AttemptJson::of).toList());
    }

    static TaskJson of(Task task) {
        return of(task, null);
    }

    private static TaskJson of(Task task, @Nullable List<AttemptJson> attempts) {
        var state = task.state();
        return new TaskJson(
                task.id(),
                task.account(),
                task.key(),
                Parameters.lower(task.mode()),
                Parameters.lower(Status.of(task)),
                task.quote().model(),
                task.provider(),
                task.request().characters(),
                task.quote().price().toDecimal(),
                cost(state),
                task.createdAt().toString(),
                state instanceof TaskState.Final end ? end.at().toString() : null,
                state instanceof TaskState.Failed failed ? words(failed.failure()) : null,
                attempts);
    }

    private static @Nullable BigDecimal cost(TaskState state) {
        return switch (state) {
            case TaskState.Pending _, TaskState.Processing _ -> null;
            case TaskState.Completed completed -> completed.cost().toDecimal();
            case TaskState.Failed _ -> Credits.NONE.toDecimal();
            case TaskState.Cancelled cancelled -> cancelled.cost().toDecimal();
        };
    }

    /** The operator also learns what is wrong with their own configuration. */
    private static String words(Failure failure) {
        return switch (failure) {
            case Failure.Rejected rejected -> "rejected: " + rejected.message();
            case Failure.Throttled throttled -> "throttled: " + throttled.message();
            case Failure.Unavailable unavailable -> "unavailable: " + unavailable.message();
            case Failure.Misconfigured misconfigured -> "misconfigured: " + misconfigured.message();
        };
    }
}
