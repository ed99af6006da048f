package dev.parley.application.task;

import dev.parley.application.Stores;
import dev.parley.application.voice.KeepVoices;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Effect;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.domain.task.Transition;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves a task by an event. Its new state, its attempt, the credits it settles and what others are told of it are saved in one
 * transaction.
 */
public final class MoveTask {

    private static final int RACES_MAX = 100;

    private final Stores stores;
    private final Retries retries;
    private final Bills bills;
    private final TaskSignals signals;
    private final InstantSource clock;
    private final Announcement announcement;
    private final KeepVoices voices;

    public MoveTask(Stores stores, Retries retries, Bills bills, TaskSignals signals, InstantSource clock) {
        this.stores = stores;
        this.retries = retries;
        this.bills = bills;
        this.signals = signals;
        this.clock = clock;
        this.announcement = new Announcement(stores);
        this.voices = new KeepVoices(stores.createdVoices());
    }

    /** The task after the event; empty, with nothing changed, if somebody else has moved it since it was read. */
    public Optional<Task> move(Task task, TaskEvent event) {
        var transition = retries.next(task, event);
        var moved = moved(task, event, transition.state());
        var saved = stores.transactions().run(() -> save(task, event, moved, transition));
        if (saved == Saved.NOTHING) {
            return Optional.empty();
        }
        if (event instanceof TaskEvent.Report) {
            bills.forget(task.id());
        }
        signals.changed(task.id());
        if (saved == Saved.WITH_NEWS) {
            signals.announced();
        }
        return Optional.of(moved);
    }

    /**
     * The task after the event, whatever others do to it meanwhile.
     *
     * @param known as it was last seen
     */
    public Task moveLatest(Task known, TaskEvent event) {
        var task = known;
        for (int race = 0; race < RACES_MAX; race++) {
            var moved = move(task, event);
            if (moved.isPresent()) {
                return moved.get();
            }
            task = stores.tasks()
                    .find(known.id())
                    .orElseThrow(() -> new IllegalStateException("a stored task is never removed"));
        }
        throw new IllegalStateException("task " + known.id() + " was moved by others " + RACES_MAX + " times in a row");
    }

    /** Rings for those who watch the task: again after a commit around a move, before which nobody could see it. */
    public void tell(UUID id) {
        signals.changed(id);
        signals.announced();
    }

    private enum Saved {
        NOTHING,
        QUIETLY,
        WITH_NEWS
    }

    private Saved save(Task before, TaskEvent event, Task moved, Transition transition) {
        boolean steps = moved.revision() != before.revision();
        if (steps && !stores.tasks().save(moved)) {
            return Saved.NOTHING;
        }
        AttemptEnding.of(before, event, moved.state(), clock.instant(), bills.of(moved.id()))
                .ifPresent(ending -> stores.attempts().end(moved.id(), ending));
        if (begins(before, event) && moved.state() instanceof Processing(int number, var _, var _)) {
            stores.attempts().add(new AttemptRecord(moved.id(), number, moved.provider(), clock.instant(), null, null));
        }
        var saved = Saved.QUIETLY;
        for (var effect : transition.effects()) {
            if (apply(moved, effect)) {
                saved = Saved.WITH_NEWS;
            }
        }
        if (event instanceof TaskEvent.Finished finished) {
            voices.made(moved, finished.details(), clock.instant());
        }
        voices.ended(moved);
        if (steps && moved.state() instanceof TaskState.Final && moved.mode() == Task.Mode.QUEUED) {
            stores.queue().advance(moved.account(), clock.instant());
        }
        return saved;
    }

    private static Task moved(Task task, TaskEvent event, TaskState after) {
        if (after.equals(task.state())) {
            return task;
        }
        return (after instanceof TaskState.Final ? task : task.on(routes(task, event))).in(after);
    }

    /** What is known not to have been rendered is tried elsewhere first; once that is not known, nowhere else. */
    private static Routes routes(Task task, TaskEvent event) {
        var before = task.routes();
        return switch (event) {
            case TaskEvent.Claimed claimed -> before.at(claimed.route());
            case TaskEvent.AttemptReplaced replaced -> before.at(replaced.route());
            case TaskEvent.AttemptFailed(var _, Failure failure, var _) ->
                failure.mayHaveRendered() || Retries.unknowns(task) > 0 ? before : before.next();
            case TaskEvent.Resumed _,
                    TaskEvent.CancelRequested _,
                    TaskEvent.LeaseExpired _,
                    TaskEvent.Finished _,
                    TaskEvent.Abandoned _ -> before;
        };
    }

    private static boolean begins(Task before, TaskEvent event) {
        return switch (event) {
            case TaskEvent.Claimed _ -> before.state() instanceof TaskState.Pending;
            case TaskEvent.AttemptReplaced report ->
                before.state() instanceof Processing(var _, var _, var lease)
                        && lease.token().equals(report.token());
            case TaskEvent.Resumed _,
                    TaskEvent.CancelRequested _,
                    TaskEvent.LeaseExpired _,
                    TaskEvent.Finished _,
                    TaskEvent.AttemptFailed _,
                    TaskEvent.Abandoned _ -> false;
        };
    }

    /** Whether somebody is to be called about it. */
    private boolean apply(Task task, Effect effect) {
        var now = clock.instant();
        switch (effect) {
            case Effect.Capture(Credits cost) -> {
                stores.ledger().capture(task.hold(), cost, now);
                giveBack(task, task.quote().price().minus(cost));
            }
            case Effect.Release() -> {
                stores.ledger().release(task.hold(), now);
                giveBack(task, task.quote().price());
            }
            case Effect.Expire() -> {
                stores.ledger().expire(task.hold(), now);
                giveBack(task, task.quote().price());
            }
            case Effect.Notify(var type) -> {
                return announcement.announce(type, task, now);
            }
        }
        return false;
    }

    private void giveBack(Task task, Credits rest) {
        if (!rest.equals(Credits.NONE)) {
            stores.spending().giveBack(task.key(), rest, task.createdAt());
        }
    }
}
