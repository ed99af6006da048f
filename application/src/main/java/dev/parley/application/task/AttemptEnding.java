package dev.parley.application.task;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord.Bill;
import dev.parley.domain.task.AttemptRecord.Ending;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event says about the attempt that is under way. */
final class AttemptEnding {

    private AttemptEnding() {}

    /** Empty where the attempt goes on, or is no longer this reporter's. */
    static Optional<Ending> of(Task before, TaskEvent event, TaskState after, Instant now, @Nullable Bill bill) {
        return switch (event) {
            case TaskEvent.Claimed _, TaskEvent.Resumed _, TaskEvent.CancelRequested _ -> Optional.empty();
            case TaskEvent.LeaseExpired _ ->
                before.state() instanceof TaskState.Pending
                        ? Optional.empty()
                        : Optional.of(new Ending(Outcome.UNKNOWN, "The worker is gone.", now));
            case TaskEvent.Report report ->
                isSuperseded(before, report)
                        ? Optional.empty()
                        : Optional.of(new Ending(outcome(report, after), detail(report), now, bill));
        };
    }

    /** A late report must not end its successor's attempt. */
    private static boolean isSuperseded(Task before, TaskEvent.Report report) {
        return switch (before.state()) {
            case Processing(var _, var _, var lease) -> !lease.token().equals(report.token());
            case TaskState.Pending _ -> true;
            case TaskState.Final _ -> false;
        };
    }

    private static Outcome outcome(TaskEvent.Report report, TaskState after) {
        return switch (report) {
            case TaskEvent.Finished finished ->
                after instanceof TaskState.Completed(var audio, var _, var _, var _) && audio.equals(finished.audio())
                        ? Outcome.DELIVERED
                        : Outcome.WASTED;
            case TaskEvent.Abandoned abandoned ->
                abandoned.cost().equals(Credits.NONE) ? Outcome.WASTED : Outcome.DELIVERED;
            case TaskEvent.AttemptFailed failed -> outcome(failed.failure());
            case TaskEvent.AttemptReplaced replaced -> outcome(replaced.failure());
        };
    }

    private static Outcome outcome(Failure failure) {
        return failure.mayHaveRendered() ? Outcome.UNKNOWN : Outcome.NOT_RENDERED;
    }

    private static String detail(TaskEvent.Report report) {
        return switch (report) {
            case TaskEvent.Finished _ -> "";
            case TaskEvent.Abandoned _ -> "The caller left.";
            case TaskEvent.AttemptFailed failed -> failed.failure().message();
            case TaskEvent.AttemptReplaced replaced -> replaced.failure().message();
        };
    }
}
