package dev.parley.grpc.dialogue;

import com.google.protobuf.Timestamp;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.v1.DialogueFinished;
import dev.parley.v1.DialogueStarted;
import dev.parley.v1.Quote;
import dev.parley.v1.StreamDialogueResponse;
import dev.parley.v1.TaskAudio;
import dev.parley.v1.TaskFailure;
import dev.parley.v1.TaskMode;
import dev.parley.v1.TaskState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tasks as the proto shows them. */
public final class TaskMapping {

    private final Function<Task, Optional<URI>> audioUrl;

    public TaskMapping(Function<Task, Optional<URI>> audioUrl) {
        this.audioUrl = audioUrl;
    }

    /** As it stands. */
    public dev.parley.v1.Task task(Task task) {
        var callback = task.output().callback();
        var shown = dev.parley.v1.Task.newBuilder()
                .setTaskId(task.id().toString())
                .setMode(mode(task.mode()))
                .setQuote(quote(task))
                .setOutputFormat(task.output().format().toString())
                .setProvider(task.provider())
                .addAllWarnings(task.warnings())
                .setCallbackUrl(callback == null ? "" : callback.url().toString())
                .setCreatedAt(timestamp(task.createdAt()));
        showState(task, shown);
        return shown.build();
    }

    StreamDialogueResponse started(Task task, List<String> warnings) {
        return StreamDialogueResponse.newBuilder()
                .setStarted(DialogueStarted.newBuilder()
                        .setTaskId(task.id().toString())
                        .setOutputFormat(task.output().format().toString())
                        .setQuote(quote(task))
                        .addAllWarnings(warnings))
                .build();
    }

    StreamDialogueResponse finished(Task task) {
        if (!(task.state() instanceof Completed(AudioRef audio, Credits cost, Instant _, var _))) {
            throw new IllegalStateException("a stream is finished when its task is completed");
        }
        return StreamDialogueResponse.newBuilder()
                .setFinished(DialogueFinished.newBuilder()
                        .setBytes(audio.bytes())
                        .setSha256(audio.sha256())
                        .setChargeMicros(cost.micros())
                        .setAudioUrl(url(task)))
                .build();
    }

    private void showState(Task task, dev.parley.v1.Task.Builder shown) {
        switch (task.state()) {
            case Pending(int attempts, var _, var _) ->
                shown.setState(TaskState.TASK_STATE_PENDING).setAttempts(attempts);
            case Processing(int attempts, var _, var _) ->
                shown.setState(TaskState.TASK_STATE_PROCESSING).setAttempts(attempts);
            case Completed(AudioRef audio, Credits cost, Instant at, var _) ->
                end(shown, TaskState.TASK_STATE_COMPLETED, cost, at).setAudio(audio(task, audio));
            case Failed(Failure failure, Instant at) ->
                end(shown, TaskState.TASK_STATE_FAILED, Credits.NONE, at).setFailure(failure(failure));
            case Cancelled(Credits cost, Instant at) -> end(shown, TaskState.TASK_STATE_CANCELLED, cost, at);
        }
    }

    private static dev.parley.v1.Task.Builder end(
            dev.parley.v1.Task.Builder shown, TaskState state, Credits cost, Instant at) {
        return shown.setState(state).setChargeMicros(cost.micros()).setEndedAt(timestamp(at));
    }

    private TaskAudio audio(Task task, AudioRef audio) {
        return TaskAudio.newBuilder()
                .setUrl(url(task))
                .setBytes(audio.bytes())
                .setSha256(audio.sha256())
                .build();
    }

    /** Where what it made can be fetched; empty where it cannot. */
    public String url(Task task) {
        return audioUrl.apply(task).map(URI::toString).orElse("");
    }

    /** What the operator must mend is not the caller's to read. */
    private static TaskFailure failure(Failure failure) {
        return switch (failure) {
            case Failure.Rejected(String message) -> failure("UPSTREAM_REJECTED", message);
            case Failure.Throttled(String message, var _) -> failure("UPSTREAM_ERROR", message);
            case Failure.Unavailable(String message, var _) -> failure("UPSTREAM_ERROR", message);
            case Failure.Misconfigured _ -> failure("UPSTREAM_ERROR", "The provider is not available.");
        };
    }

    private static TaskFailure failure(String reason, String message) {
        return TaskFailure.newBuilder().setReason(reason).setMessage(message).build();
    }

    /** What it was priced at. */
    public static Quote quote(Task task) {
        return DialogueMapping.quote(task.quote(), task.request().characters());
    }

    private static TaskMode mode(Task.Mode mode) {
        return switch (mode) {
            case QUEUED -> TaskMode.TASK_MODE_QUEUED;
            case LIVE -> TaskMode.TASK_MODE_LIVE;
        };
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
