package dev.parley.rest.upload;

import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A body as it comes: a piece is asked for when the one before has been read. Who sends nothing for too long, or takes too
 * long in all, is refused. For one reader, who may block.
 */
final class BodyStream extends InputStream {

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Arrival arrival = new Arrival();
    private final Duration patience;
    private final long deadlineNanos;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean ended;

    /**
     * Begins to read.
     *
     * @param patience with a sender who sends nothing
     * @param longest that all of it may take
     */
    BodyStream(Publisher<byte[]> body, Duration patience, Duration longest) {
        this.patience = patience;
        this.deadlineNanos = System.nanoTime() + longest.toNanos();
        body.subscribe(arrival);
    }

    /** What the connection tells. */
    private sealed interface Signal {
        record Piece(ByteBuffer bytes) implements Signal {}

        record Broken(Throwable cause) implements Signal {}

        record End() implements Signal {}
    }

    /** Puts what comes where the reader finds it. */
    private final class Arrival implements Subscriber<byte[]> {
        private volatile @Nullable Subscription subscription;

        @Override
        public void onSubscribe(Subscription begun) {
            subscription = begun;
            begun.request(1);
        }

        @Override
        public void onNext(byte[] bytes) {
            signals.add(new Signal.Piece(ByteBuffer.wrap(bytes)));
        }

        @Override
        public void onError(Throwable cause) {
            signals.add(new Signal.Broken(cause));
        }

        @Override
        public void onComplete() {
            signals.add(new Signal.End());
        }

        void more() {
            var begun = subscription;
            if (begun != null) {
                begun.request(1);
            }
        }

        void leave() {
            var begun = subscription;
            if (begun != null) {
                begun.cancel();
            }
        }
    }

    @Override
    public int read() {
        return fill() ? piece.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(buffer, offset, count);
        return count;
    }

    @Override
    public int available() {
        return piece.remaining();
    }

    /** What has not come is not waited for. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            arrival.leave();
        }
    }

    private boolean fill() {
        while (!piece.hasRemaining() && !ended) {
            switch (next()) {
                case Signal.Piece(ByteBuffer bytes) -> {
                    piece = bytes;
                    arrival.more();
                }
                case Signal.End() -> ended = true;
                case Signal.Broken(Throwable cause) -> {
                    ended = true;
                    throw refused(cause);
                }
            }
        }
        return piece.hasRemaining();
    }

    private Signal next() {
        try {
            long nanos = Math.min(patience.toNanos(), deadlineNanos - System.nanoTime());
            var signal = signals.poll(nanos, TimeUnit.NANOSECONDS);
            if (signal == null) {
                throw new HttpRefused(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body came too slowly: nothing for " + patience.toSeconds()
                                + " seconds, or too long in all.");
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading a body", e);
        }
    }

    private static RuntimeException refused(Throwable cause) {
        return switch (cause) {
            case ContentLengthExceededException _ ->
                new HttpRefused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body is larger than any that is taken.");
            // The caller hung up: nobody hears the answer, and the log has nothing to learn.
            case IOException _ -> new HttpRefused(HttpStatus.BAD_REQUEST, "The body broke off.");
            default -> new IllegalStateException("a body could not be read", cause);
        };
    }
}
