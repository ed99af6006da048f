package dev.parley.application.access;

import dev.parley.application.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as its edge sees it, from before anybody knows who calls until nothing more can be sent. A caller may leave while
 * their key is looked up: then the call that begins afterwards ends at once.
 */
public final class CallSlot implements AutoCloseable {

    private @Nullable Call call;
    private @Nullable Standing standing;
    private @Nullable Caller caller;
    private boolean closed;

    /** How the key stands with its rate; empty where it is not limited, or not known yet. */
    public synchronized Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    /** Who calls, also where they may not; empty where nobody knows. */
    public synchronized Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** Once is enough, and more does nothing. By any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        if (call != null) {
            call.close();
        }
    }

    synchronized void known(Caller found) {
        caller = found;
    }

    synchronized void hold(Call begun) {
        call = begun;
        standing = begun.standing().orElse(null);
        if (closed) {
            begun.close();
        }
    }

    synchronized void turnedAway(Optional<Standing> with) {
        standing = with.orElse(null);
    }
}
