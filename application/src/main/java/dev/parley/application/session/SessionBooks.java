package dev.parley.application.session;

import dev.parley.application.submit.AdmitTask;
import dev.parley.application.task.Costs;
import dev.parley.application.task.MoveTask;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Load;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.AttemptReplaced;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.time.InstantSource;

/** How a session ends in the books: what went over it is paid, by the model's rate, and never more than was held. */
public final class SessionBooks {

    private static final System.Logger LOG = System.getLogger(SessionBooks.class.getName());

    private final MoveTask move;
    private final Costs costs;
    private final AudioStore store;
    private final InstantSource clock;

    public SessionBooks(MoveTask move, Costs costs, AudioStore store, InstantSource clock) {
        this.move = move;
        this.costs = costs;
        this.store = store;
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    /** Whatever becomes of the record, what was relayed is paid. */
    Task settled(Task task, Ending ending, Relayed given, Relayed got) {
        Load toProvider = given.load();
        var cost = costs.relayed(task, toProvider, got.load());
        var now = clock.instant();
        var opened = task.createdAt();
        try {
            var kept = keep(task, new SessionRecord(opened, now, ending, given, got));
            return move.moveLatest(task, new Finished(token(task), kept, cost, now));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "session " + task.id() + ": its record is not kept", e);
            return move.moveLatest(task, new Abandoned(token(task), cost, now));
        }
    }

    /** For a session over which nothing went: it costs nothing. */
    Task failed(Task task, Failure failure) {
        tell(task, failure);
        return move.moveLatest(task, new AttemptFailed(token(task), failure, clock.instant()));
    }

    /**
     * For one that has not been opened yet.
     *
     * @param route place of the one that the next attempt takes
     * @return the task under its next attempt, or failed
     */
    Task replaced(Task task, Failure failure, int route) {
        tell(task, failure);
        var now = clock.instant();
        var event = new AttemptReplaced(token(task), failure, AdmitTask.liveLease(now), route, now);
        return move.moveLatest(task, event);
    }

    private AudioRef keep(Task task, SessionRecord record) throws IOException {
        try (var upload = store.create(task.output().format())) {
            upload.write(record.json());
            return upload.commit();
        }
    }

    private static void tell(Task task, Failure failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "session {0}: {1} failed: {2}",
                task.id(),
                task.provider(),
                failure.message());
    }

    private static String token(Task task) {
        return task.state() instanceof Processing attempt ? attempt.lease().token() : "";
    }
}
