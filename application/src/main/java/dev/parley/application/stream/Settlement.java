package dev.parley.application.stream;

import dev.parley.application.catalog.Failures;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.task.Costs;
import dev.parley.application.task.MoveTask;
import dev.parley.application.work.Made;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.AttemptReplaced;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a live stream ends in the books. Heard to the end: the quote. Broken by the provider: nothing. Left by the caller:
 * nothing if no audio had come, else the turns that had begun by then; or all, where what is left is rendered to its end.
 */
public final class Settlement {

    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());

    private final MoveTask move;
    private final Costs costs;
    private final RepeatGuard guard;
    private final OnLeave onLeave;
    private final InstantSource clock;

    public Settlement(MoveTask move, Costs costs, RepeatGuard guard, OnLeave onLeave, InstantSource clock) {
        this.move = move;
        this.costs = costs;
        this.guard = guard;
        this.onLeave = onLeave;
        this.clock = clock;
    }

    OnLeave onLeave() {
        return onLeave;
    }

    /**
     * All of it is stored.
     *
     * @param made what the attempt knows of it
     */
    Task finished(Task task, AudioRef audio, Made made) {
        var cost = costs.finished(task, made.length());
        return move.moveLatest(task, new Finished(token(task), audio, cost, clock.instant(), made.details()));
    }

    Task failed(Task task, Failure failure) {
        tell(task, failure);
        return move.moveLatest(task, new AttemptFailed(token(task), failure, clock.instant()));
    }

    /** For a caller who has heard nothing, where nobody else can be asked. */
    Task unheard(Task task, Failure failure, @Nullable IdempotencyKey repeat) {
        var after = failed(task, failure);
        guard.rememberFailed(repeat, after);
        return after;
    }

    /**
     * For a caller who has heard nothing.
     *
     * @param route place of the one that the next attempt takes
     * @param repeat what the request is known by, should it come again
     * @return the task under its next attempt, or failed
     */
    Task replaced(Task task, Failure failure, int route, @Nullable IdempotencyKey repeat) {
        tell(task, failure);
        var now = clock.instant();
        var next = AdmitTask.liveLease(now);
        var after = move.moveLatest(task, new AttemptReplaced(token(task), failure, next, route, now));
        guard.rememberFailed(repeat, after);
        return after;
    }

    /**
     * For a caller who goes before the end. Whoever asks for the same next may be a client that repeats by itself.
     *
     * @param heard whether they have heard anything
     */
    void left(Task task, @Nullable IdempotencyKey repeat, boolean heard) {
        try {
            switch (onLeave) {
                case FINISH -> guard.rememberFinishing(repeat, task);
                case CANCEL -> {
                    if (!heard) {
                        guard.rememberUnheard(repeat, task);
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "stream " + task.id() + ": that it was left is not remembered", e);
        }
    }

    /** For a caller who has gone and will not be told. */
    void noteUnfinished(Task task, Refused refused) {
        LOG.log(
                System.Logger.Level.WARNING,
                "stream {0}, whose caller had left, could not be finished: {1}",
                task.id(),
                refused.getMessage());
    }

    /** For what should not happen: the caller pays nothing and is told to try again. */
    Refused broken(Task task, Exception cause) {
        LOG.log(System.Logger.Level.ERROR, "stream " + task.id() + " broke", cause);
        var failure = new Failure.Unavailable("The stream broke off.");
        move.moveLatest(task, new AttemptFailed(token(task), failure, clock.instant()));
        return Failures.refused(failure);
    }

    /**
     * For a caller who left.
     *
     * @param turnsBegun how many turns had begun to be handed over
     * @param made length of the audio that was handed over
     */
    Task abandoned(Task task, int turnsBegun, Duration made) {
        var cost = costs.abandoned(task, turnsBegun, made);
        return move.moveLatest(task, new Abandoned(token(task), cost, clock.instant()));
    }

    private static void tell(Task task, Failure failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "stream {0}: {1} failed: {2}",
                task.id(),
                task.provider(),
                failure.message());
    }

    private static String token(Task task) {
        return task.state() instanceof Processing attempt ? attempt.lease().token() : "";
    }
}
