package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that is not waited for too long, nor read without end. Nothing is read ahead: what nobody reads stays in the
 * socket. Time runs only while somebody waits, but for the deadline.
 */
final class WatchedInput extends InputStream {

    /** Why a wait was ended. */
    static final class TooLateException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLateException(String message) {
            super(message);
        }
    }

    private final InputStream body;
    private final Watchdog watchdog;
    private final InstantSource clock;
    private final Duration idle;
    private final Instant deadline;
    private final long bytesMax;
    private long bytes;
    private volatile @Nullable Instant firstBy;

    /** How long whoever waits for a piece may; null while nobody does. */
    private volatile @Nullable Instant waitsUntil;

    private volatile @Nullable String late;

    /** One at a time, which looks again: an alarm for each piece would wake the watchdog for each. */
    private @Nullable Future<?> look;

    private boolean closed;

    /** @param firstBy when {@link #begun} must have been told */
    WatchedInput(InputStream body, Watching watching, Instant firstBy, Instant deadline, long bytesMax)
            throws IOException {
        this.body = body;
        this.watchdog = watching.watchdog();
        this.clock = watching.clock();
        this.idle = watching.idle();
        this.firstBy = firstBy;
        this.deadline = deadline;
        this.bytesMax = bytesMax;
        try {
            lookAgain(clock.instant());
        } catch (RejectedExecutionException e) {
            throw new IOException("the provider is closed", e);
        }
    }

    /** @param idle longest wait for one piece */
    record Watching(Watchdog watchdog, InstantSource clock, Duration idle) {}

    /** From now on every piece has its own time. */
    void begun() {
        firstBy = null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        if (body.available() == 0) {
            waitsUntil = waitEnd();
        }
        try {
            int read = body.read(into, offset, length);
            check();
            bytes += Math.max(0, read);
            if (bytes > bytesMax) {
                throw new BadAudioException("it sent more than " + bytesMax + " bytes");
            }
            return read;
        } catch (IOException e) {
            check();
            throw e;
        } finally {
            waitsUntil = null;
        }
    }

    /** A piece that has already come is read without a wait. */
    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            if (look != null) {
                look.cancel(false);
            }
        }
        body.close();
    }

    /** For a wait that begins now. */
    private Instant waitEnd() throws TooLateException {
        Instant now = clock.instant();
        Instant first = firstBy;
        Instant end = first == null ? now.plus(idle) : first;
        if (!now.isBefore(end)) {
            giveUp(reason());
        }
        check();
        return end;
    }

    private void look() {
        Instant now = clock.instant();
        Instant end = waitsUntil;
        if (!now.isBefore(deadline)) {
            giveUp("the deadline has passed");
        } else if (end != null && !now.isBefore(end)) {
            giveUp(reason());
        } else {
            lookAgain(now);
        }
    }

    /** When a wait may have to be ended that goes on, or one that may begin. */
    private synchronized void lookAgain(Instant now) {
        if (!closed) {
            Instant next = Stream.of(
                            Optional.of(deadline), Optional.ofNullable(waitsUntil), Optional.ofNullable(firstBy))
                    .flatMap(Optional::stream)
                    .filter(now::isBefore)
                    .reduce(now.plus(idle), (one, other) -> one.isBefore(other) ? one : other);
            look = watchdog.after(Duration.between(now, next), this::look);
        }
    }

    private String reason() {
        return firstBy == null ? "it stalls" : "no audio came in time";
    }

    private void giveUp(String reason) {
        late = reason;
        try {
            body.close();
        } catch (IOException e) {
            late = reason + ", and the connection cannot be closed"; // The reader hears of it.
        }
    }

    private void check() throws TooLateException {
        String reason = late;
        if (reason != null) {
            throw new TooLateException(reason);
        }
    }
}
