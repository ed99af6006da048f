package dev.parley.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.TaskState;
import dev.parley.v1.DialogueServiceGrpc;
import io.grpc.Context;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who leave again and again, at every point of a stream, while the provider works on. */
@Timeout(30)
class LeavingTest {

    private static final int TIMES = 40;

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** A whole stream has 1 start, 3 timings, 10 pieces of audio and 1 end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 14, 15})
    void whereverCallersLeaveEachHoldIsSettledOnce(int messagesRead) throws Exception {
        world.provider.chunks = 10;
        world.provider.chunkBytes = 8 * 1024;
        for (int i = 0; i < TIMES; i++) {
            leaveAfter(messagesRead);
        }
        world.server.close();

        assertThat(world.tasks()).hasSizeBetween(messagesRead == 0 ? 0 : TIMES, TIMES);
        assertThat(world.tasks()).allMatch(task -> task.state() instanceof TaskState.Final);
        assertThat(world.settlements()).isEqualTo(world.tasks().size());
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
        assertThat(world.balance().granted()).isEqualTo(Credits.ofWhole(10));
    }

    private void leaveAfter(int messagesRead) {
        try (var leaving = Context.current().withCancellation()) {
            leaving.run(() -> {
                var events = ClientCalls.blockingServerStreamingCall(
                        world.dialogue().getChannel(),
                        DialogueServiceGrpc.getStreamDialogueMethod(),
                        world.dialogue().getCallOptions().withDeadlineAfter(10, TimeUnit.SECONDS),
                        StreamDialogueTest.request("a", "b", "c"));
                for (int i = 0; i < messagesRead; i++) {
                    events.next();
                }
            });
        }
    }
}
