package dev.parley.application.session;

import dev.parley.application.session.Ending.Cause;
import dev.parley.application.work.Connection;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.provider.ProviderException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session between a caller and a provider. One thread sends the caller's frames; another takes the provider's, and closes;
 * any may {@link #leave}. Frames beyond the most that was held for are not relayed: they end it. However it ends, the hold is
 * settled once, by {@link #close}.
 */
public final class RelayedSession implements AutoCloseable {

    private final Connection connection;
    private final Traffic traffic;
    private final SessionBooks books;
    private final Consumer<RelayedSession> afterwards;
    private final InstantSource clock;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Task task;
    private volatile @Nullable Failure failure;

    /** @param narrowed whether the most that is relayed is what the caller can pay */
    RelayedSession(
            Task task,
            Connection connection,
            boolean narrowed,
            SessionBooks books,
            Consumer<RelayedSession> afterwards) {
        this.task = task;
        this.connection = connection;
        this.books = books;
        this.afterwards = afterwards;
        this.clock = books.clock();
        this.traffic = new Traffic(most(), narrowed, clock.instant());
    }

    /** As it is in the books; after {@link #close}, in its last state. */
    public Task task() {
        return task;
    }

    /** The most that is relayed each way. */
    public Load most() {
        return ((SessionRequest) task.request()).most();
    }

    /** Relays a caller's frame, and waits while the provider takes none. False once the session is over. */
    public boolean send(Frame frame) {
        if (!traffic.give(frame.carries(), clock.instant())) {
            stop();
            return false;
        }
        try {
            connection.send(frame);
            return true;
        } catch (ProviderException e) {
            // Why it does not go is told to whoever takes the frames. It may have gone all the same.
            if (!e.failure().mayHaveRendered()) {
                traffic.notGiven(frame.carries());
            }
            return false;
        }
    }

    /** The provider's next frame, or null once the session is over. Not asking is the back-pressure. */
    public @Nullable Frame next() {
        if (traffic.ending().isPresent()) {
            return null;
        }
        try {
            var frame = connection.next();
            if (frame == null || connection.wasStopped()) {
                ended();
                return null;
            }
            if (traffic.get(frame.carries(), clock.instant())) {
                return frame;
            }
            stop();
            return null;
        } catch (ProviderException e) {
            broken(e.failure());
            return null;
        }
    }

    /** How it ended; empty while it lasts. */
    public Optional<Ending> ending() {
        return traffic.ending();
    }

    /** The caller has gone. From any thread; does not wait. */
    public void leave() {
        end(Cause.LEFT, SessionEnd.NORMAL, "");
    }

    /** Ends the connection and settles the hold. Once is enough, and more does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        traffic.end(Cause.LEFT, SessionEnd.NORMAL, "");
        try {
            connection.close();
        } finally {
            try {
                settle();
            } finally {
                afterwards.accept(this);
            }
        }
    }

    /** Under which it is open, as long as it is. */
    Optional<String> lease() {
        return task.state() instanceof TaskState.Processing(var _, var _, var lease)
                ? Optional.of(lease.token())
                : Optional.empty();
    }

    Instant lastFrame() {
        return traffic.lastFrame();
    }

    /** Ends it for a reason of the gateway's. From any thread; does not wait. */
    void end(Cause cause, int code, String reason) {
        traffic.end(cause, code, reason);
        stop();
    }

    private void settle() {
        var ending = traffic.ending().orElseThrow();
        var given = traffic.given();
        var got = traffic.got();
        var broke = failure;
        boolean useless = given.load().equals(Load.NONE) || got.frames() == 0;
        task = ending.cause() == Cause.UPSTREAM_BROKE && broke != null && useless
                ? books.failed(task, broke)
                : books.settled(task, ending, given, got);
    }

    private void ended() {
        if (connection.wasStopped()) {
            traffic.end(Cause.CANCELLED, SessionEnd.NORMAL, "The session was cancelled.");
        } else {
            var end = connection.end();
            traffic.end(Cause.UPSTREAM_CLOSED, end.code(), end.reason());
        }
    }

    private void broken(Failure why) {
        if (connection.wasStopped()) {
            ended();
        } else {
            failure = why;
            traffic.end(Cause.UPSTREAM_BROKE, SessionEnd.BROKEN, why.message());
        }
    }

    /** A provider has a second to close it: nobody waits for that but a thread of its own. */
    private void stop() {
        Thread.startVirtualThread(connection::stop);
    }
}
