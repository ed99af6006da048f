package dev.parley.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.TaskState.Completed;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that asks for each message by itself. */
@Timeout(20)
class BackPressureTest {

    private static final int CHUNKS = 1000;
    private static final int CHUNK_BYTES = 16 * 1024;

    private final GrpcWorld world = new GrpcWorld();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<StreamDialogueResponse> received = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Status> ended = new CompletableFuture<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theProviderIsAskedForNoMoreThanTheReaderTakes() throws Exception {
        startReading(1);
        first.await();

        assertThat(askedOnceQuiet() * CHUNK_BYTES).isLessThanOrEqualTo(256 * 1024);
    }

    @Test
    void aReaderWhoResumesMissesNothing() throws Exception {
        var call = startReading(1);
        first.await();
        askedOnceQuiet();

        call.request(10 * CHUNKS);

        assertThat(ended.get(15, TimeUnit.SECONDS).isOk()).isTrue();
        assertThat(StreamDialogueTest.audio(received)).isEqualTo(world.provider.audio());
        assertThat(world.end()).isInstanceOf(Completed.class);
    }

    @Test
    void aReaderWhoLeavesWhileNotReadingStopsTheProvider() throws Exception {
        var call = startReading(1);
        first.await();
        askedOnceQuiet();

        call.cancel("enough", null);

        assertThat(world.provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
        world.end();
        assertThat(world.settlements()).isEqualTo(1);
    }

    private ClientCall<StreamDialogueRequest, StreamDialogueResponse> startReading(int messages) {
        world.provider.chunks = CHUNKS;
        world.provider.chunkBytes = CHUNK_BYTES;
        var call = world.channel.newCall(DialogueServiceGrpc.getStreamDialogueMethod(), CallOptions.DEFAULT);
        var headers = new Metadata();
        headers.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), GrpcWorld.KEY);
        call.start(new Reader(), headers);
        call.sendMessage(StreamDialogueTest.request("Hello"));
        call.halfClose();
        call.request(messages);
        return call;
    }

    /** How many chunks were asked for until no more are asked for. */
    private int askedOnceQuiet() throws InterruptedException {
        int asked = 0;
        while (world.provider.asked.tryAcquire(300, TimeUnit.MILLISECONDS)) {
            asked++;
        }
        return asked;
    }

    private final class Reader extends ClientCall.Listener<StreamDialogueResponse> {
        @Override
        public void onMessage(StreamDialogueResponse message) {
            received.add(message);
            first.countDown();
        }

        @Override
        public void onClose(Status status, @Nullable Metadata trailers) {
            ended.complete(status);
        }
    }
}
