package dev.parley.grpc;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The caller's end of a call that goes both ways. */
final class Sent<Q, A> implements ClientResponseObserver<Q, A> {

    final List<A> answers = new CopyOnWriteArrayList<>();
    final AtomicReference<@Nullable ClientCallStreamObserver<Q>> call = new AtomicReference<>();
    private final BlockingQueue<A> fresh = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final boolean reads;
    private volatile Status status = Status.OK;

    /** @param reads or asks for nothing by itself */
    Sent(boolean reads) {
        this.reads = reads;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> started) {
        call.set(started);
        if (!reads) {
            started.disableAutoRequestWithInitial(1);
        }
    }

    @Override
    public void onNext(A answer) {
        answers.add(answer);
        fresh.add(answer);
    }

    @Override
    public void onError(Throwable error) {
        status = Status.fromThrowable(error);
        over.countDown();
    }

    @Override
    public void onCompleted() {
        over.countDown();
    }

    /** The next answer. */
    A await() throws InterruptedException {
        A answer = fresh.poll(10, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer, but " + status);
        }
        return answer;
    }

    Status end() throws InterruptedException {
        if (!over.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the call has not ended after " + answers);
        }
        return status;
    }
}
