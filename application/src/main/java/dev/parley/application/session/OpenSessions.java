package dev.parley.application.session;

import dev.parley.application.SessionLimits;
import dev.parley.application.session.Ending.Cause;
import dev.parley.application.work.Connection;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The sessions that are open in this process: so many at once and no more, so many of one account, and none for ever. */
public final class OpenSessions {

    /** How often {@link #tend} is due. */
    public static final Duration BEAT = Duration.ofSeconds(1);

    private static final Duration FULL = Duration.ofSeconds(5);

    private final SessionBooks books;
    private final SessionLimits limits;
    private final Semaphore free;
    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<RelayedSession> open = ConcurrentHashMap.newKeySet();

    public OpenSessions(SessionBooks books, SessionLimits limits) {
        this.books = books;
        this.limits = limits;
        this.free = new Semaphore(limits.atOnceMax());
    }

    /** Ends those in which nobody says anything, and those that last too long. */
    public void tend() {
        var now = books.clock().instant();
        for (var session : open) {
            if (!session.task().createdAt().plus(limits.total()).isAfter(now)) {
                session.end(
                        Cause.TOO_LONG,
                        SessionEnd.POLICY,
                        "A session lasts " + limits.total().toSeconds() + " seconds at most.");
            } else if (!session.lastFrame().plus(limits.idle()).isAfter(now)) {
                session.end(
                        Cause.IDLE,
                        SessionEnd.POLICY,
                        "Nothing was sent within " + limits.idle().toSeconds() + " seconds.");
            }
        }
    }

    /** For a gateway that stops: ends every session; what went over it is paid. */
    public void breakOff() {
        open.forEach(session -> session.end(Cause.STOPPING, SessionEnd.RESTARTING, "The gateway is stopping."));
    }

    /** Waits until no session is open, or this time is over. */
    public void awaitNone(Duration atMost) throws InterruptedException {
        if (free.tryAcquire(limits.atOnceMax(), atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(limits.atOnceMax());
        }
    }

    /** How many sessions of the account are open, or about to be. */
    public int open(String account) {
        return taken.getOrDefault(account, 0);
    }

    /** Tokens of the leases that this process must keep. */
    public List<String> leases() {
        return open.stream().flatMap(session -> session.lease().stream()).toList();
    }

    SessionLimits limits() {
        return limits;
    }

    SessionBooks books() {
        return books;
    }

    /**
     * Sets a place aside.
     *
     * @throws Refused where there is none, or the account has all of its own
     */
    void reserve(String account) {
        if (taken.merge(account, 1, Integer::sum) > limits.accountAtOnceMax()) {
            leave(account);
            throw new Refused(
                    new Refusal.TooMany("Too many sessions of your account are open. Try again soon.", FULL, true));
        }
        if (!free.tryAcquire()) {
            leave(account);
            throw new Refused(new Refusal.Unavailable("Too many sessions are open. Try again soon.", FULL));
        }
    }

    void giveBack(String account) {
        free.release();
        leave(account);
    }

    /** A session in the place set aside, which is given back when it ends. */
    RelayedSession add(Task task, Connection connection, boolean narrowed) {
        var session = new RelayedSession(task, connection, narrowed, books, this::ended);
        open.add(session);
        return session;
    }

    private void ended(RelayedSession session) {
        open.remove(session);
        giveBack(session.task().account());
    }

    private void leave(String account) {
        taken.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }
}
