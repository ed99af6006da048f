package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.music.Song;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.rest.draft.PlanJson;
import dev.parley.rest.error.ErrorJson;
import dev.parley.rest.error.NativeErrors;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as callers see it. What is null is left out. Times are unix seconds. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TaskJson(
        UUID id,
        String status,
        String model,
        String kind,
        @Nullable Double progress,
        @JsonProperty("created_at") long createdAt,
        @JsonProperty("completed_at") @Nullable Long completedAt,
        @Nullable OutputJson output,
        @Nullable FailureJson error,
        @Nullable BigDecimal credits,
        int characters,
        String provider,
        List<String> warnings) {

    record OutputJson(List<URI> urls, MetadataJson metadata) {}

    /**
     * What is known of what was made.
     *
     * @param title of music
     * @param plan by which music was made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MetadataJson(
            String model,
            @Nullable String title,
            @JsonProperty("composition_plan") @Nullable PlanJson plan) {

        static MetadataJson of(String model, TaskState state) {
            if (!(state instanceof Completed completed && completed.details() instanceof Song song)) {
                return new MetadataJson(model, null, null);
            }
            var plan = song.plan();
            return new MetadataJson(model, song.title(), plan == null ? null : PlanJson.of(plan));
        }
    }

    record FailureJson(String code, String message) {
        static FailureJson of(ErrorJson.Detail detail) {
            return new FailureJson(detail.code(), detail.message());
        }
    }

    /**
     * As the caller sees it.
     *
     * @param url of its audio, where it has any
     * @param progress 0 to 1, while it is rendered and can be told
     */
    static TaskJson of(Task task, Optional<URI> url, OptionalDouble progress) {
        var state = task.state();
        String model = task.quote().model();
        return new TaskJson(
                task.id(),
                status(state),
                model,
                task.request().kind().name().toLowerCase(Locale.ROOT),
                progress.isPresent() ? Math.floor(progress.getAsDouble() * 100) / 100 : null,
                task.createdAt().getEpochSecond(),
                state instanceof Completed(var _, var _, Instant at, var _) ? at.getEpochSecond() : null,
                url.map(found -> new OutputJson(List.of(found), MetadataJson.of(model, state)))
                        .orElse(null),
                state instanceof Failed(var failure, var _) ? FailureJson.of(NativeErrors.detail(failure)) : null,
                cost(state),
                task.request().characters(),
                task.provider(),
                task.warnings());
    }

    private static String status(TaskState state) {
        return switch (state) {
            case Pending _ -> "pending";
            case Processing _ -> "processing";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
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
