package dev.parley.application.task;

import dev.parley.application.Caller;
import dev.parley.application.work.Renderings;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import java.time.InstantSource;

/**
 * Ends a task that is no longer wanted. One that waits or is rendered for later gives its credits back; a live one is only
 * stopped, and its stream settles what has been heard. A task that has ended stays as it is.
 */
public final class CancelTask {

    private final ReadTasks read;
    private final MoveTask move;
    private final Renderings renderings;
    private final InstantSource clock;

    public CancelTask(ReadTasks read, MoveTask move, Renderings renderings, InstantSource clock) {
        this.read = read;
        this.move = move;
        this.renderings = renderings;
        this.clock = clock;
    }

    /** The task as it is afterwards; a live one may still be ending. */
    public Task cancel(Caller caller, String id) {
        var task = read.task(caller, id);
        if (task.mode() == Task.Mode.LIVE) {
            renderings.stop(task.id());
            return read.task(caller, id);
        }
        var cancelled = move.moveLatest(task, new CancelRequested(clock.instant()));
        renderings.stop(task.id());
        renderings.forget(cancelled);
        return cancelled;
    }
}
