package dev.parley.grpc.session;

import dev.parley.application.session.Ending;
import dev.parley.application.session.RelayedSession;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.v1.SessionCause;
import dev.parley.v1.SessionEnded;
import java.time.Duration;

/** How a session's end is told. */
final class Endings {

    private static final Duration LATER = Duration.ofSeconds(5);

    private Endings() {}

    /** @param session closed, so that its charge is known */
    static SessionEnded told(RelayedSession session, Load given, Load got) {
        var ending = session.ending().orElseThrow();
        long charge = session.task().state() instanceof Completed(var _, var cost, var _, var _) ? cost.micros() : 0;
        return SessionEnded.newBuilder()
                .setCause(cause(ending.cause()))
                .setCode(ending.end().code())
                .setReason(ending.end().reason())
                .setCharacters(given.characters())
                .setHeardMillis(given.audio().toMillis())
                .setSpokenMillis(got.audio().toMillis())
                .setChargeMicros(charge)
                .build();
    }

    /** @throws Refused unless all was said */
    static void refuse(RelayedSession session) {
        var ending = session.ending().orElseThrow();
        String reason = ending.end().reason().isEmpty()
                ? "The session ended early."
                : ending.end().reason();
        switch (ending.cause()) {
            case LEFT -> {
                // The caller has said all, and heard all.
            }
            case UPSTREAM_CLOSED -> {
                if (ending.end().code() == SessionEnd.POLICY) {
                    throw new Refused(new Refusal.RejectedUpstream(reason));
                }
                if (ending.end().code() != SessionEnd.NORMAL) {
                    throw new Refused(new Refusal.Unavailable(reason, LATER));
                }
            }
            case UPSTREAM_BROKE, STOPPING -> throw new Refused(new Refusal.Unavailable(reason, LATER));
            case CHARACTERS, SECONDS, CREDITS, IDLE, TOO_LONG -> throw new Refused(new Refusal.Conflict(reason));
            case CANCELLED -> throw new Refused(new Refusal.TaskCancelled(reason));
        }
    }

    private static SessionCause cause(Ending.Cause cause) {
        return switch (cause) {
            case LEFT -> SessionCause.SESSION_CAUSE_CALLER;
            case UPSTREAM_CLOSED -> SessionCause.SESSION_CAUSE_PROVIDER;
            case UPSTREAM_BROKE -> SessionCause.SESSION_CAUSE_BROKEN;
            case CHARACTERS, SECONDS -> SessionCause.SESSION_CAUSE_BOUND;
            case CREDITS -> SessionCause.SESSION_CAUSE_CREDITS;
            case IDLE -> SessionCause.SESSION_CAUSE_IDLE;
            case TOO_LONG -> SessionCause.SESSION_CAUSE_TOO_LONG;
            case CANCELLED -> SessionCause.SESSION_CAUSE_CANCELLED;
            case STOPPING -> SessionCause.SESSION_CAUSE_STOPPING;
        };
    }
}
