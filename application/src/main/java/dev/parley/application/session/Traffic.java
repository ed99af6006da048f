package dev.parley.application.session;

import dev.parley.application.session.Ending.Cause;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has gone over one session, and how it ended: the first end counts, and nothing is counted after it. */
final class Traffic {

    private final Load most;
    private final boolean narrowed;
    private Relayed given = Relayed.NOTHING;
    private Relayed got = Relayed.NOTHING;
    private Instant lastFrame;
    private @Nullable Ending ending;

    /** @param narrowed whether {@code most} is what the caller could pay */
    Traffic(Load most, boolean narrowed, Instant opened) {
        this.most = most;
        this.narrowed = narrowed;
        this.lastFrame = opened;
    }

    /** Counts a frame to the upstream before it goes; false, with the session ended, where it would be too much. */
    synchronized boolean give(Load carries, Instant now) {
        if (!isWithin(given.load().plus(carries))) {
            return false;
        }
        lastFrame = now;
        given = given.plus(carries);
        return true;
    }

    /** Takes back the last one: it is known not to have gone. */
    synchronized void notGiven(Load carries) {
        given = new Relayed(given.frames() - 1, given.load().minus(carries));
    }

    /** Counts a frame to the caller; false, with the session ended, where it would be too much. */
    synchronized boolean get(Load carries, Instant now) {
        if (!isWithin(got.load().plus(carries))) {
            return false;
        }
        lastFrame = now;
        got = got.plus(carries);
        return true;
    }

    /** The first word counts. */
    synchronized void end(Cause cause, int code, String reason) {
        if (ending == null) {
            ending = new Ending(cause, new SessionEnd(code, reason));
        }
    }

    synchronized Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    synchronized Instant lastFrame() {
        return lastFrame;
    }

    synchronized Relayed given() {
        return given;
    }

    synchronized Relayed got() {
        return got;
    }

    private boolean isWithin(Load sum) {
        if (ending != null) {
            return false;
        }
        if (!sum.exceeds(most)) {
            return true;
        }
        boolean text = sum.characters() > most.characters();
        String bound = text ? most.characters() + " characters" : most.audio().toSeconds() + " seconds";
        if (narrowed) {
            end(Cause.CREDITS, SessionEnd.POLICY, "The credits suffice for " + bound + ".");
        } else {
            end(text ? Cause.CHARACTERS : Cause.SECONDS, SessionEnd.POLICY, "A session relays at most " + bound + ".");
        }
        return false;
    }
}
