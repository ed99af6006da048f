package dev.parley.rest.live;

import dev.parley.application.stream.OrderStream;
import dev.parley.application.stream.StoredStream;
import dev.parley.domain.task.Task;
import io.micronaut.core.io.buffer.ReadBuffer;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Audio as the body of an answer. Pulled only as the connection takes more; a failure becomes an error of the body, which
 * breaks the connection, so that nobody takes a part for the whole. Holds a thread only while it pulls.
 */
public final class LiveBody {

    private static final System.Logger LOG = System.getLogger(LiveBody.class.getName());
    private static final int PIECE_BYTES_MAX = 16 * 1024;

    private final OrderStream stream;
    private final Framing framing;
    private final Executor threads;
    private final AtomicLong wanted = new AtomicLong();
    /** Signals not seen yet: whoever raises it from zero brings a thread, so that there is one at most. The first begins. */
    private final AtomicInteger signals = new AtomicInteger(1);

    private volatile boolean left;
    private volatile @Nullable Reader reader;
    private byte[] pending = new byte[0];
    private int sent;
    private boolean heardAll;
    private boolean closed;

    LiveBody(OrderStream stream, Framing framing, Executor threads) {
        this.stream = stream;
        this.framing = framing;
        this.threads = threads;
    }

    /** As it stands now. */
    public Task task() {
        return stream.task();
    }

    /** The same stream was heard before: this is what was stored. */
    public boolean isRepeated() {
        return stream instanceof StoredStream;
    }

    /** Nobody waits for it any more. Once is enough, and more does nothing. */
    void leave() {
        left = true;
        stream.leave();
        signal();
    }

    /** Waits for the first bytes. Called once. */
    void begin() {
        boolean begun = false;
        try {
            fill();
            begun = true;
        } finally {
            if (!begun) {
                close();
            }
            work();
        }
    }

    Publisher<ReadBuffer> publisher(Function<ByteBuffer, ReadBuffer> buffers) {
        return subscriber -> {
            var one = new Reader(subscriber, buffers);
            reader = one;
            subscriber.onSubscribe(one);
        };
    }

    /** The connection, as far as it has asked for more. */
    private final class Reader implements Subscription {
        private final Subscriber<? super ReadBuffer> subscriber;
        private final Function<ByteBuffer, ReadBuffer> buffers;

        Reader(Subscriber<? super ReadBuffer> subscriber, Function<ByteBuffer, ReadBuffer> buffers) {
            this.subscriber = subscriber;
            this.buffers = buffers;
        }

        @Override
        public void request(long pieces) {
            wanted.getAndUpdate(before -> before + pieces < 0 ? Long.MAX_VALUE : before + pieces);
            signal();
        }

        @Override
        public void cancel() {
            threads.execute(LiveBody.this::leave);
        }
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            threads.execute(this::work);
        }
    }

    private void work() {
        int seen = signals.get();
        do {
            var to = reader;
            while (!closed && !left && to != null && wanted.get() > 0) {
                send(to);
            }
            if (left) {
                close();
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    private void send(Reader to) {
        try {
            if (fill()) {
                int length = Math.min(PIECE_BYTES_MAX, pending.length - sent);
                var piece = to.buffers.apply(ByteBuffer.wrap(pending, sent, length));
                sent += length;
                wanted.decrementAndGet();
                to.subscriber.onNext(piece);
            } else if (!left) {
                close();
                to.subscriber.onComplete();
            }
        } catch (RuntimeException e) {
            close();
            if (!left) {
                to.subscriber.onError(e);
            }
        }
    }

    /** False at the end. */
    private boolean fill() {
        while (sent == pending.length) {
            if (heardAll) {
                return false;
            }
            var chunk = stream.next();
            heardAll = chunk == null;
            pending = chunk == null ? framing.end(stream.task()) : framing.piece(chunk);
            sent = 0;
        }
        return true;
    }

    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stream.close();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "stream " + stream.task().id() + " could not be closed", e);
        }
    }
}
