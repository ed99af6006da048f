package dev.parley.grpc.audio;

import com.google.protobuf.ByteString;
import dev.parley.grpc.error.MalformedRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends, piece by piece, as a stream of bytes: another piece is asked for when one is read. The call's thread puts
 * pieces in, one other reads.
 */
final class SentPieces<Q> extends InputStream implements StreamObserver<Q> {

    /** How long a caller may be silent in the middle of a file. */
    private static final int SILENCE_SECONDS_MAX = 30;

    /** What the call's thread has to say. */
    private sealed interface Sent {
        record Piece(ByteString bytes) implements Sent {}

        record End() implements Sent {}

        record Broken() implements Sent {}

        /** What is no piece of a file. */
        record Malformed(MalformedRequest why) implements Sent {}
    }

    /** One piece is asked for at a time; beside it there may be the word that no more will come. */
    private final BlockingQueue<Optional<Q>> first = new ArrayBlockingQueue<>(1);

    private final BlockingQueue<Sent> pieces = new ArrayBlockingQueue<>(4);
    private final ServerCallStreamObserver<?> call;
    private final Function<Q, ByteString> data;
    private boolean begun;
    private boolean ended;
    private ByteString piece = ByteString.EMPTY;
    private int read;

    /** @param data of a message; it throws {@link MalformedRequest} where there is none */
    SentPieces(ServerCallStreamObserver<?> call, Function<Q, ByteString> data) {
        this.call = call;
        this.data = data;
        call.disableAutoRequest();
    }

    /** The first piece, which is none of the file; null where there is none. */
    @Nullable
    Q first() throws IOException {
        call.request(1);
        try {
            var come = first.poll(SILENCE_SECONDS_MAX, TimeUnit.SECONDS);
            return come == null ? null : come.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for the caller", e);
        }
    }

    @Override
    public void onNext(Q message) {
        if (!begun) {
            begun = true;
            first.add(Optional.of(message));
        } else if (!pieces.offer(piece(message))) {
            throw new IllegalStateException("more came than was asked for");
        }
    }

    @Override
    public void onError(Throwable broken) {
        var _ = pieces.offer(new Sent.Broken());
        tellThatNothingCame();
    }

    @Override
    public void onCompleted() {
        var _ = pieces.offer(new Sent.End());
        tellThatNothingCame();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (read == piece.size()) {
            if (ended) {
                return -1;
            }
            piece = next();
            read = 0;
        }
        int count = Math.min(length, piece.size() - read);
        piece.substring(read, read + count).copyTo(into, offset);
        read += count;
        return count;
    }

    private Sent piece(Q message) {
        try {
            return new Sent.Piece(data.apply(message));
        } catch (MalformedRequest e) {
            return new Sent.Malformed(e); // Told by whoever reads: they have more to put away.
        }
    }

    private void tellThatNothingCame() {
        if (!begun) {
            var _ = first.offer(Optional.empty());
        }
    }

    private ByteString next() throws IOException {
        call.request(1);
        return switch (awaited()) {
            case Sent.Piece(ByteString bytes) -> bytes;
            case Sent.End() -> {
                ended = true;
                yield ByteString.EMPTY;
            }
            case Sent.Broken() -> throw new IOException("the caller has gone");
            case Sent.Malformed(MalformedRequest why) -> throw why;
        };
    }

    private Sent awaited() throws IOException {
        try {
            var next = pieces.poll(SILENCE_SECONDS_MAX, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException("the caller is silent");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for the caller", e);
        }
    }
}
