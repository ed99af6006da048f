package dev.parley.grpc.audio;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.parley.application.stream.OrderStream;
import dev.parley.application.stream.StoredStream;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.grpc.dialogue.ChunkPump;
import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.grpc.dialogue.TaskMapping;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.AudioFinished;
import dev.parley.v1.AudioStarted;
import java.util.function.Supplier;

/** Moves what is made to its caller, no faster than they read. Knows nothing about money. */
final class BytePump<T> {

    /** How the service's messages are made. */
    interface Messages<T> {
        T started(AudioStarted started);

        T data(ByteString data);

        T finished(AudioFinished finished);
    }

    private static final int BYTES_MAX = 32 * 1024;

    private final TaskMapping tasks;
    private final Messages<T> messages;

    BytePump(TaskMapping tasks, Messages<T> messages) {
        this.tasks = tasks;
        this.messages = messages;
    }

    void run(PacedCaller<T> client, Supplier<OrderStream> open) {
        var metadata = ResponseMetadata.current();
        try (var live = open.get()) {
            client.whenGone(live::leave);
            if (live instanceof StoredStream) {
                metadata.header(IdempotencyMetadata.REPLAYED, "true");
            }
            metadata.warn(live.task().warnings());
            client.send(messages.started(AudioStarted.newBuilder()
                    .setTaskId(live.task().id().toString())
                    .setOutputFormat(live.task().output().format().toString())
                    .setQuote(TaskMapping.quote(live.task()))
                    .addAllWarnings(metadata.warnings())
                    .build()));
            while (client.awaitReady()) { // not ready, not read
                var chunk = live.next();
                if (chunk == null) {
                    finish(client, metadata, live.task());
                    return;
                }
                send(client, chunk.bytes());
            }
        }
    }

    private void finish(PacedCaller<T> client, ResponseMetadata metadata, Task task) {
        if (!(task.state() instanceof Completed(var audio, var cost, var _, var _))) {
            throw new IllegalStateException("a stream is finished when its task is completed");
        }
        metadata.trailer(ChunkPump.SHA256, audio.sha256());
        metadata.trailer(ChunkPump.PROVIDER, task.provider());
        client.send(messages.finished(AudioFinished.newBuilder()
                .setBytes(audio.bytes())
                .setSha256(audio.sha256())
                .setChargeMicros(cost.micros())
                .setUrl(tasks.url(task))
                .build()));
        client.done();
    }

    /** The array is the reader's own by contract, and nobody writes to it any more: it can be sent as it lies. */
    private void send(PacedCaller<T> client, byte[] bytes) {
        for (int from = 0; from < bytes.length && client.awaitReady(); from += BYTES_MAX) {
            client.send(messages.data(
                    UnsafeByteOperations.unsafeWrap(bytes, from, Math.min(BYTES_MAX, bytes.length - from))));
        }
    }
}
