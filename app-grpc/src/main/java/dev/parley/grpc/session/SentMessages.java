package dev.parley.grpc.session;

import dev.parley.domain.session.Frame;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends, one message asked for at a time, and between them what the gateway itself has to say to the provider.
 * The call's thread puts messages in, one other takes them.
 */
final class SentMessages<Q> implements StreamObserver<Q> {

    private static final int HEADER_SECONDS_MAX = 30;
    private static final int OWN_MAX = 100;

    /** What is to be done next. */
    sealed interface Sent<Q> {
        /** A message of the caller's. */
        record Message<Q>(Q message) implements Sent<Q> {}

        /** A frame of the gateway's own. */
        record Own<Q>(Frame frame) implements Sent<Q> {}

        /** The caller has said all. */
        record End<Q>() implements Sent<Q> {}

        /** Nobody needs more. */
        record Over<Q>() implements Sent<Q> {}
    }

    private final BlockingQueue<Sent<Q>> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger own = new AtomicInteger();
    private final ServerCallStreamObserver<?> call;
    private boolean asked;

    SentMessages(ServerCallStreamObserver<?> call) {
        this.call = call;
        call.disableAutoRequest();
    }

    /** The first message; null where none came in time. */
    @Nullable
    Q first() throws InterruptedException {
        call.request(1);
        return waiting.poll(HEADER_SECONDS_MAX, TimeUnit.SECONDS) instanceof Sent.Message<Q>(Q message)
                ? message
                : null;
    }

    Sent<Q> next() throws InterruptedException {
        if (!asked) {
            asked = true;
            call.request(1);
        }
        var next = waiting.take();
        switch (next) {
            case Sent.Message<Q> _ -> asked = false;
            case Sent.Own<Q> _ -> own.decrementAndGet();
            case Sent.End<Q> _, Sent.Over<Q> _ -> {
                // Nothing more is asked for.
            }
        }
        return next;
    }

    /** To be said in between; forgotten where far too much of that waits. From any thread. */
    void say(Frame frame) {
        if (own.incrementAndGet() <= OWN_MAX) {
            waiting.add(new Sent.Own<>(frame));
        }
    }

    /** Whoever takes messages ends. From any thread. */
    void over() {
        waiting.add(new Sent.Over<>());
    }

    @Override
    public void onNext(Q message) {
        waiting.add(new Sent.Message<>(message));
    }

    /** The caller has gone, of which others hear, too. */
    @Override
    public void onError(Throwable broken) {
        over();
    }

    @Override
    public void onCompleted() {
        waiting.add(new Sent.End<>());
    }
}
