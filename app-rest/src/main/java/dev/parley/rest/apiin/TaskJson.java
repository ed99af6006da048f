package dev.parley.rest.apiin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.rest.error.ErrorJson;
import dev.parley.rest.error.NativeErrors;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as its caller sees it. What is null is left out. Times are unix seconds. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TaskJson(
        @JsonProperty("task_id") UUID taskId,
        String status,
        String model,
        @JsonProperty("created_at") long createdAt,
        @JsonProperty("completed_at") @Nullable Long completedAt,
        @Nullable OutputJson output,
        @Nullable FailureJson error,
        @Nullable BigDecimal credits,
        int characters,
        List<String> warnings) {

    /** The audio, under both names that clients look for. */
    record OutputJson(@JsonProperty("audio_url") URI audioUrl, List<URI> urls) {}

    record FailureJson(String code, String message) {
        static FailureJson of(ErrorJson.Detail detail) {
            return new FailureJson(detail.code(), detail.message());
        }
    }

    /** @param url of its audio, where it has any */
    static TaskJson of(Task task, Optional<URI> url) {
        var state = task.state();
        return new TaskJson(
                task.id(),
                status(state),
                task.quote().model(),
                task.createdAt().getEpochSecond(),
                state instanceof Completed completed ? completed.at().getEpochSecond() : null,
                url.map(found -> new OutputJson(found, List.of(found))).orElse(null),
                failure(state),
                cost(state),
                task.request().characters(),
                task.warnings());
    }

    /** This API knows of no cancelling: what is cancelled elsewhere has failed here. */
    private static String status(TaskState state) {
        return switch (state) {
            case Pending _ -> "pending";
            case Processing _ -> "processing";
            case Completed _ -> "completed";
            case Failed _, Cancelled _ -> "failed";
        };
    }

    private static @Nullable FailureJson failure(TaskState state) {
        return switch (state) {
            case Pending _, Processing _, Completed _ -> null;
            case Failed failed -> FailureJson.of(NativeErrors.detail(failed.failure()));
            case Cancelled _ -> new FailureJson("cancelled", "The task was cancelled.");
        };
    }

    /** Null while nobody can tell. */
    private static @Nullable BigDecimal cost(TaskState state) {
        return switch (state) {
            case Pending _, Processing _ -> null;
            case Completed completed -> completed.cost().toDecimal();
            case Failed _ -> BigDecimal.ZERO;
            case Cancelled cancelled -> cancelled.cost().toDecimal();
        };
    }
}
