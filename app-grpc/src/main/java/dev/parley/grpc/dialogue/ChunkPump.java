package dev.parley.grpc.dialogue;

import com.google.protobuf.UnsafeByteOperations;
import dev.parley.application.Caller;
import dev.parley.application.stream.StoredStream;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.DialogueAudio;
import dev.parley.v1.StreamDialogueResponse;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;

/** Moves a live dialogue to its caller, no faster than they read. Knows nothing about money. */
public final class ChunkPump {

    static final int AUDIO_BYTES_MAX = 32 * 1024;
    /** Digest of the whole. */
    public static final Metadata.Key<String> SHA256 = Metadata.Key.of("audio-sha256", Metadata.ASCII_STRING_MARSHALLER);

    /** Name of whoever delivered. */
    public static final Metadata.Key<String> PROVIDER =
            Metadata.Key.of("x-parley-provider", Metadata.ASCII_STRING_MARSHALLER);

    private final StreamOrder stream;
    private final TaskMapping tasks;

    ChunkPump(StreamOrder stream, TaskMapping tasks) {
        this.stream = stream;
        this.tasks = tasks;
    }

    void run(PacedCaller<StreamDialogueResponse> client, Caller caller, Order order, @Nullable Intent intent) {
        var metadata = ResponseMetadata.current();
        try (var live = stream.open(caller, order, intent)) {
            client.whenGone(live::leave);
            if (live instanceof StoredStream) {
                metadata.header(IdempotencyMetadata.REPLAYED, "true");
            }
            metadata.warn(live.task().warnings());
            client.send(tasks.started(live.task(), metadata.warnings()));
            while (client.awaitReady()) { // not ready, not read
                var chunk = live.next();
                if (chunk == null) {
                    var finished = tasks.finished(live.task());
                    metadata.trailer(SHA256, finished.getFinished().getSha256());
                    metadata.trailer(PROVIDER, live.task().provider());
                    client.send(finished);
                    client.done();
                    return;
                }
                send(client, chunk);
            }
        }
    }

    /** The array is the reader's own by contract, and nobody writes to it any more: it can be sent as it lies. */
    private static void send(PacedCaller<StreamDialogueResponse> client, AudioChunk chunk) {
        if (!chunk.segments().isEmpty()) {
            client.send(DialogueMapping.timings(chunk.segments()));
        }
        byte[] bytes = chunk.bytes();
        for (int from = 0; from < bytes.length && client.awaitReady(); from += AUDIO_BYTES_MAX) {
            var piece = UnsafeByteOperations.unsafeWrap(bytes, from, Math.min(AUDIO_BYTES_MAX, bytes.length - from));
            client.send(StreamDialogueResponse.newBuilder()
                    .setAudio(DialogueAudio.newBuilder().setData(piece))
                    .build());
        }
    }
}
