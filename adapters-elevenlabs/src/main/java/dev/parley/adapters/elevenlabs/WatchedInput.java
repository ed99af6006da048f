package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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
    private final Future<?> last;
    private long bytes;
    private volatile @Nullable Instant firstBy;
    private volatile @Nullable String late;

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
        this.last = watch(deadline, "the deadline has passed");
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
        Future<?> alarm = alarm();
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
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    /** A piece that has already come is read without a wait. */
    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        last.cancel(false);
        body.close();
    }

    /** Null where the wait needs none of its own. */
    private @Nullable Future<?> alarm() throws IOException {
        check();
        if (body.available() > 0) {
            return null;
        }
        Instant first = firstBy;
        Instant until = first == null ? clock.instant().plus(idle) : first;
        return until.isAfter(deadline) ? null : watch(until, first == null ? "it stalls" : "no audio came in time");
    }

    private Future<?> watch(Instant until, String reason) throws IOException {
        try {
            return watchdog.after(Duration.between(clock.instant(), until), () -> giveUp(reason));
        } catch (RejectedExecutionException e) {
            throw new IOException("the provider is closed", e);
        }
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
