package dev.parley.application.work;

import dev.parley.application.Limits;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Tasks;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** Puts right what dead processes left behind, and deletes audio whose time is over. */
public final class Housekeeping {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final int BATCH = 100;

    private final Tasks tasks;
    private final MoveTask move;
    private final TaskSignals signals;
    private final AudioStore store;
    private final Limits limits;
    private final InstantSource clock;

    public Housekeeping(
            Tasks tasks, MoveTask move, TaskSignals signals, AudioStore store, Limits limits, InstantSource clock) {
        this.tasks = tasks;
        this.move = move;
        this.signals = signals;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** For the start of the only process that uses the store: every lease in it belongs to a process that is gone. */
    public void recover() {
        int recovered =
                expireLeases(clock.instant().plus(limits.attemptTimeout()).plusSeconds(1));
        if (recovered > 0) {
            LOG.log(System.Logger.Level.INFO, "took back {0} tasks from a process that is gone", recovered);
        }
    }

    /** For every minute or so. */
    public void sweep() {
        expireLeases(clock.instant());
        try {
            store.deleteOlderThan(clock.instant().minus(limits.audioAge()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "old audio could not be deleted; trying again later", e);
        }
    }

    private int expireLeases(Instant endedBefore) {
        int expired = 0;
        while (true) {
            var overdue = tasks.overdue(endedBefore, BATCH);
            for (Task task : overdue) {
                if (move.move(task, new LeaseExpired(clock.instant())).isPresent()) {
                    expired++;
                }
            }
            if (overdue.size() < BATCH) {
                if (expired > 0) {
                    signals.submitted();
                }
                return expired;
            }
        }
    }
}
