package dev.parley.application.work;

import dev.parley.application.task.MoveTask;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of an attempt: moves the task by what the worker has to say. */
final class Reported implements Ending {

    private static final System.Logger LOG = System.getLogger(Reported.class.getName());

    private final Task task;
    private final TaskEvent event;
    private final MoveTask move;
    private final RenderTask render;
    private @Nullable TaskState after;

    Reported(Task task, TaskEvent event, MoveTask move, RenderTask render) {
        this.task = task;
        this.event = event;
        this.move = move;
        this.render = render;
    }

    @Override
    public Next store() {
        var state = move.moveLatest(task, event).state();
        after = state;
        return switch (state) {
            case Pending(var _, var _, Instant notBefore) -> new Next.Again(notBefore);
            // Somebody else has it: if it is not the queue that gave it to them, the queue will tell them to look.
            case Processing(var _, var _, var lease) -> new Next.Again(lease.until());
            case TaskState.Final _ -> new Next.Done();
        };
    }

    @Override
    public void afterwards() {
        move.tell(task.id());
        var state = after;
        if (state != null) {
            render.forgetUploads(task.in(state));
        }
        if (event instanceof AttemptFailed(var _, Failure failure, var _) && !(after instanceof TaskState.Cancelled)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "task {0}: {1} failed: {2}",
                    task.id(),
                    task.provider(),
                    failure.message());
        }
        if (event instanceof Finished(var _, var audio, var _, var _, var _)
                && !(after instanceof Completed(var kept, var _, var _, var _) && kept.equals(audio))) {
            render.forget(task, audio);
        }
    }
}
