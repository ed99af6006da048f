package dev.parley.application.stream;

import dev.parley.application.Stores;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.task.MoveTask;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Keeps the leases of this process's live streams and sessions, and expires the holds of those whose process is gone. */
public final class StreamLeases {

    /** How often {@link #keep} is due: several times within a lease. */
    public static final Duration BEAT = AdmitTask.LIVE_LEASE.dividedBy(4);

    private static final System.Logger LOG = System.getLogger(StreamLeases.class.getName());
    private static final int BATCH = 100;

    private final Stores stores;
    private final MoveTask move;
    private final LiveStreams streams;
    private final OpenSessions sessions;
    private final InstantSource clock;

    public StreamLeases(Stores stores, MoveTask move, LiveStreams streams, OpenSessions sessions, InstantSource clock) {
        this.stores = stores;
        this.move = move;
        this.streams = streams;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** For the start of the only process that uses the store: every stream in it belongs to a process that is gone. */
    public void expireAll() {
        int expired = expire(clock.instant().plus(AdmitTask.LIVE_LEASE).plusSeconds(1));
        if (expired > 0) {
            LOG.log(System.Logger.Level.INFO, "gave back the credits of {0} streams that were cut off", expired);
        }
    }

    public void keep() {
        var tokens = Stream.concat(streams.leases().stream(), sessions.leases().stream())
                .toList();
        if (!tokens.isEmpty()) {
            stores.tasks().renew(tokens, clock.instant().plus(AdmitTask.LIVE_LEASE));
        }
        expire(clock.instant());
    }

    private int expire(Instant endedBefore) {
        int expired = 0;
        while (true) {
            var overdue = stores.tasks().overdue(endedBefore, BATCH);
            for (Task task : overdue) {
                if (move.move(task, new LeaseExpired(clock.instant())).isPresent()) {
                    expired++;
                }
            }
            if (overdue.size() < BATCH) {
                return expired;
            }
        }
    }
}
