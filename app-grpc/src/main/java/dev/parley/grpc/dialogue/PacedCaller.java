package dev.parley.grpc.dialogue;

import dev.parley.grpc.error.RefusalStatus;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The other end of a server-streaming call, written to by one thread that waits while the caller does not read. The
 * call's own thread must stay free: it is the one that tells of readiness.
 */
public final class PacedCaller<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ServerCallStreamObserver<T> observer;
    private final Context context;
    private boolean done;

    private PacedCaller(ServerCallStreamObserver<T> observer, Context context) {
        this.observer = observer;
        this.context = context;
    }

    /**
     * Runs the work in the call's context, and returns at once. The work ends with {@link #done}, or throws, or returns
     * because the caller has gone: then the transport has ended the call, and nobody is told OK of half an answer.
     */
    public static <T> void serve(StreamObserver<T> observer, Executor threads, Consumer<PacedCaller<T>> work) {
        var context = Context.current();
        var caller = new PacedCaller<>((ServerCallStreamObserver<T>) observer, context);
        caller.observer.setOnReadyHandler(caller::wake);
        // Without a handler of its own, a message to a caller who has gone would throw.
        caller.observer.setOnCancelHandler(caller::wake);
        threads.execute(context.wrap(() -> caller.run(work)));
    }

    /** Waits until the caller reads. False once they have gone, or their deadline has passed. */
    public boolean awaitReady() {
        lock.lock();
        try {
            while (!context.isCancelled() && !observer.isReady()) {
                changed.awaitUninterruptibly();
            }
            return !context.isCancelled();
        } finally {
            lock.unlock();
        }
    }

    /** Only once it is ready, or before anything is large. */
    public void send(T message) {
        observer.onNext(message);
    }

    /** Nothing more will come, and nothing is missing. */
    public void done() {
        done = true;
        observer.onCompleted();
    }

    /** At once where they have gone already. Runs on a thread of its own, and also after the call has ended well. */
    public void whenGone(Runnable action) {
        context.addListener(_ -> action.run(), Thread::startVirtualThread);
    }

    private void run(Consumer<PacedCaller<T>> work) {
        context.addListener(_ -> wake(), Runnable::run);
        try {
            work.accept(this);
        } catch (RuntimeException e) {
            fail(RefusalStatus.of(e));
        }
    }

    /** Where the caller has gone the call ended with them, and what is written to it only fills the log. */
    private void fail(StatusRuntimeException status) {
        if (!done && !context.isCancelled()) {
            done = true;
            observer.onError(status);
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
