package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dub, as this dialect tells of it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record DubbingJson(
        UUID dubbingId,
        String name,
        String status,
        @Nullable String sourceLanguage,
        List<String> targetLanguages,
        boolean editable,
        String createdAt,
        Medium mediaMetadata,
        @Nullable String error) {

    static final String DUBBING = "dubbing";
    static final String DUBBED = "dubbed";
    static final String FAILED = "failed";

    private static final double MILLIS = 1000;

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Medium(String contentType, double duration) {}

    /** One that has just been asked for. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Created(UUID dubbingId, double expectedDurationSec) {

        static Created of(Task task) {
            return new Created(task.id(), seconds(length(task)));
        }
    }

    /** Some of them. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<DubbingJson> dubs, @Nullable String nextCursor, boolean hasMore) {}

    static DubbingJson of(Task task) {
        var settings = settings(task);
        return new DubbingJson(
                task.id(),
                Objects.requireNonNullElse(settings.name(), ""),
                status(task),
                settings.speakers().language(),
                List.of(settings.target()),
                false,
                task.createdAt().toString(),
                new Medium(task.output().format().mediaType(), seconds(length(task))),
                error(task));
    }

    static String status(Task task) {
        return switch (task.state()) {
            case TaskState.Pending _, TaskState.Processing _ -> DUBBING;
            case TaskState.Completed _ -> DUBBED;
            case TaskState.Failed _, TaskState.Cancelled _ -> FAILED;
        };
    }

    static DubbingSettings settings(Task task) {
        return request(task).settings();
    }

    private static @Nullable String error(Task task) {
        return switch (task.state()) {
            case TaskState.Failed failed -> failed.failure().message();
            case TaskState.Cancelled _ -> "It was cancelled.";
            case TaskState.Pending _, TaskState.Processing _, TaskState.Completed _ -> null;
        };
    }

    private static Duration length(Task task) {
        return settings(task).part().of(request(task).audio().length());
    }

    private static DubbingRequest request(Task task) {
        if (!(task.request() instanceof DubbingRequest request)) {
            throw new IllegalStateException("a task of another kind is no dub");
        }
        return request;
    }

    private static double seconds(Duration length) {
        return length.toMillis() / MILLIS;
    }
}
