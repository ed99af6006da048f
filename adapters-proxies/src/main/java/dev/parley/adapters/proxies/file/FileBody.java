package dev.parley.adapters.proxies.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes: no more than may be, none too late, and all that were announced. Nothing is read ahead. Time runs only while
 * somebody waits, but for the deadline.
 */
final class FileBody extends InputStream {

    private final InputStream body;
    private final long announced;
    private final Limits limits;
    private final Watchdog watchdog;
    private final InstantSource clock;
    private final Future<?> last;
    private Duration waitLeft;
    private long bytes;
    private volatile @Nullable String late;

    /**
     * @param idle longest wait for one piece
     * @param waits of all of them
     */
    record Limits(long bytesMax, Duration idle, Duration waits, Instant deadline) {}

    FileBody(HttpResponse<InputStream> response, Limits limits, Watchdog watchdog, InstantSource clock)
            throws IOException {
        this.body = response.body();
        this.announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        this.limits = limits;
        this.watchdog = watchdog;
        this.clock = clock;
        this.waitLeft = limits.waits();
        if (announced > limits.bytesMax()) {
            throw tooLarge();
        }
        this.last = watch(Duration.between(clock.instant(), limits.deadline()), "was not read by the deadline");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        Instant begun = clock.instant();
        var alarm = watch(
                limits.idle().compareTo(waitLeft) < 0 ? limits.idle() : waitLeft, "comes too slowly, or not at all");
        try {
            int read = body.read(into, offset, length);
            check();
            return counted(read);
        } catch (IOException e) {
            check();
            throw e;
        } finally {
            alarm.cancel(false);
            waitLeft = waitLeft.minus(Duration.between(begun, clock.instant()));
        }
    }

    @Override
    public void close() throws IOException {
        last.cancel(false);
        body.close();
    }

    private int counted(int read) throws IOException {
        if (read < 0 && announced >= 0 && bytes < announced) {
            throw new UnfitFileException("ends after " + bytes + " of " + announced + " bytes");
        }
        bytes += Math.max(0, read);
        if (bytes > limits.bytesMax()) {
            throw tooLarge();
        }
        return read;
    }

    private UnfitFileException tooLarge() {
        return new UnfitFileException("is larger than " + limits.bytesMax() + " bytes; see file_bytes");
    }

    private Future<?> watch(Duration time, String reason) throws IOException {
        try {
            return watchdog.after(time, () -> giveUp(reason));
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

    private void check() throws UnfitFileException {
        String reason = late;
        if (reason != null) {
            throw new UnfitFileException(reason);
        }
    }
}
