package dev.parley.adapters.webhooks;

import dev.parley.ports.audio.OutOfReachException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A file on its way. One clock runs over all of it: timeouts of a socket begin anew with each byte. */
final class FetchedFile extends InputStream {

    private final Callable<Found> asking;
    private final FetchSettings settings;
    private final ExecutorService threads;
    private @Nullable InputStream content;
    private @Nullable Future<Found> answer;
    private @Nullable Future<?> clock;
    private volatile boolean late;
    private boolean closed;

    /** @param stop breaks its reader off, from any thread */
    record Found(InputStream content, Runnable stop) {}

    FetchedFile(Callable<Found> asking, FetchSettings settings, ExecutorService threads) {
        this.asking = asking;
        this.settings = settings;
        this.threads = threads;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var coming = content;
        if (coming == null) {
            coming = begun();
            content = coming;
        }
        try {
            return coming.read(into, offset, length);
        } catch (IOException e) {
            throw unreached(e);
        }
    }

    @Override
    public void close() {
        Future<Found> asked;
        synchronized (this) {
            closed = true;
            asked = answer;
            if (clock != null) {
                clock.cancel(true);
            }
        }
        if (asked != null) {
            // Interrupts it where it waits for an answer. One that has come is broken off.
            asked.cancel(true);
            if (asked.state() == Future.State.SUCCESS) {
                asked.resultNow().stop().run();
            }
        }
    }

    private InputStream begun() throws IOException {
        try {
            return asked().get(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS)
                    .content();
        } catch (TimeoutException e) {
            close();
            throw failed("no answer within " + settings.answerLimit().toSeconds() + " s");
        } catch (ExecutionException e) {
            throw unreached(e.getCause());
        } catch (CancellationException closedMeanwhile) {
            throw unreached(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Reasons.INTERRUPTED);
        }
    }

    private synchronized Future<Found> asked() throws OutOfReachException {
        if (closed) {
            throw failed(Reasons.INTERRUPTED);
        }
        try {
            var asked = threads.submit(this::found);
            answer = asked;
            clock = threads.submit(this::watch);
            return asked;
        } catch (RejectedExecutionException e) {
            throw failed(Reasons.INTERRUPTED);
        }
    }

    /** An answer that comes to nobody is broken off. */
    private Found found() throws Exception {
        var found = asking.call();
        if (Thread.currentThread().isInterrupted()) {
            found.stop().run();
        }
        return found;
    }

    private void watch() {
        try {
            Thread.sleep(settings.timeLimit());
            late = true;
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutOfReachException unreached(@Nullable Throwable cause) {
        return switch (cause) {
            case OutOfReachException e -> e;
            case null -> failed(late ? tooLong() : Reasons.INTERRUPTED);
            default -> failed(late ? tooLong() : Reasons.of(cause));
        };
    }

    private String tooLong() {
        return "it took longer than " + settings.timeLimit().toSeconds() + " s";
    }

    private static OutOfReachException failed(String reason) {
        return new OutOfReachException("could not be fetched: " + reason
                + ". It must be a URL that anybody may GET; else send the file itself.");
    }
}
