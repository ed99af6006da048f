package dev.parley.rest.pixazo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.rest.error.NativeErrors;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a request stands. What has no value is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatusJson(
        @JsonProperty("request_id") String requestId,
        String status,
        @JsonProperty("model_id") String modelId,
        @Nullable String error,
        @Nullable OutputJson output,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("completed_at") @Nullable String completedAt) {

    record OutputJson(
            @JsonProperty("media_url") List<URI> mediaUrl,
            @JsonProperty("media_type") String mediaType) {}

    /**
     * As the caller sees it.
     *
     * @param url of its audio, where it has any
     * @param touched when something last happened to it, as far as is known, unless it has ended
     */
    static StatusJson of(Task task, Optional<URI> url, Instant touched, Dates dates) {
        var state = task.state();
        var ended = state instanceof TaskState.Final end ? end.at() : null;
        return new StatusJson(
                RequestId.of(task),
                status(state),
                task.quote().model(),
                error(state),
                url.map(found -> output(state, found)).orElse(null),
                Dates.ANSWER.of(task.createdAt()),
                dates.of(ended == null ? touched : ended),
                ended == null ? null : dates.of(ended));
    }

    private static String status(TaskState state) {
        return switch (state) {
            case Pending _ -> "QUEUED";
            case Processing _ -> "PROCESSING";
            case Completed _ -> "COMPLETED";
            case Failed(Failure failure, var _) -> failure instanceof Failure.Rejected ? "FAILED" : "ERROR";
            case Cancelled _ -> "FAILED";
        };
    }

    private static @Nullable String error(TaskState state) {
        return switch (state) {
            case Pending _, Processing _, Completed _ -> null;
            case Failed failed -> NativeErrors.detail(failed.failure()).message();
            case Cancelled _ -> "The request was cancelled.";
        };
    }

    private static @Nullable OutputJson output(TaskState state, URI url) {
        return state instanceof Completed completed
                ? new OutputJson(List.of(url), completed.audio().format().mediaType())
                : null;
    }
}
