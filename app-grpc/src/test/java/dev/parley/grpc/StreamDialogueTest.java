package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.v1.CancelTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.ListTasksRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import dev.parley.v1.StreamDialogueResponse.EventCase;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamDialogueTest {

    private static final Credits ALL = Credits.ofWhole(10);

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsHeardIsWhatIsStoredAndPaid() throws Exception {
        var events = hear(request("Hello ", "world"));

        var stored = ((Completed) world.end()).audio();
        assertThat(audio(events)).isEqualTo(world.provider.audio());
        try (var file = world.store.audio().open(stored, 0).orElseThrow()) {
            assertThat(file.readAllBytes()).isEqualTo(world.provider.audio());
        }
        assertThat(world.balance().spent()).isEqualTo(Credits.parse("0.11"));
    }

    @Test
    void theFirstMessageTellsTheTaskAndThePriceTheLastTheSumAndTheCharge() {
        var events = hear(request("Hello ", "world"));

        var started = events.getFirst().getStarted();
        assertThat(started.getTaskId()).isEqualTo(world.tasks().getFirst().id().toString());
        assertThat(started.getOutputFormat()).isEqualTo("pcm_24000");
        assertThat(started.getQuote().getCharacters()).isEqualTo(11);
        assertThat(started.getQuote().getCreditsMicros()).isEqualTo(110_000);
        var finished = events.getLast().getFinished();
        assertThat(finished.getBytes()).isEqualTo(3000);
        assertThat(finished.getChargeMicros()).isEqualTo(110_000);
        assertThat(finished.getAudioUrl()).endsWith(started.getTaskId());
    }

    @Test
    void timingsComeWithTheirCharacters() {
        var events = hear(request("Hello ", "world"));

        var second = events.stream()
                .filter(StreamDialogueResponse::hasTimings)
                .map(event -> event.getTimings().getSegments(0))
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(second.getTurn()).isEqualTo(1);
        assertThat(second.getStartMillisList()).hasSize(5).containsOnly(10L);
        assertThat(second.getEndMillisList()).hasSize(5).containsOnly(15L);
    }

    @Test
    void theTrailerRepeatsTheSha256() {
        var trailers = new AtomicReference<Metadata>();
        var events = new ArrayList<StreamDialogueResponse>();
        world.dialogue()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(new AtomicReference<>(), trailers))
                .streamDialogue(request("Hello"))
                .forEachRemaining(events::add);

        assertThat(trailers.get().get(Metadata.Key.of("x-parley-provider", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("scripted");
        assertThat(trailers.get().get(Metadata.Key.of("audio-sha256", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo(events.getLast().getFinished().getSha256())
                .hasSize(64);
    }

    @Test
    void largeChunksArriveInPiecesOfAtMost32KiB() {
        world.provider.chunkBytes = 100_000;

        var events = hear(request("Hello"));

        assertThat(events.stream()
                        .filter(StreamDialogueResponse::hasAudio)
                        .mapToInt(event -> event.getAudio().getData().size()))
                .allMatch(size -> size > 0 && size <= 32 * 1024)
                .hasSize(12);
        assertThat(audio(events)).isEqualTo(world.provider.audio());
    }

    @Test
    void warningsAreInTheHeaderAndInTheFirstMessage() {
        var headers = new AtomicReference<Metadata>();
        var request = StreamDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(DialogueInput.newBuilder()
                        .addDialogue(DialogueTurn.newBuilder().setText("Hi").setVoice(ScriptedProvider.UNKNOWN_ID)))
                .build();
        var events = new ArrayList<StreamDialogueResponse>();
        world.dialogue()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .streamDialogue(request)
                .forEachRemaining(events::add);

        assertThat(events.getFirst().getStarted().getWarnings(0)).contains("Ann speaks in its place");
        assertThat(headers.get().get(Metadata.Key.of("parley-warning", Metadata.ASCII_STRING_MARSHALLER)))
                .contains("Ann speaks in its place");
    }

    @Test
    void aProviderThatBreaksInTheMiddleIsNoShortOkAndCostsNothing() throws Exception {
        world.provider.breakBefore = 2;

        var refused = RefusedCall.by(() -> hear(request("Hello ", "world")));

        assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(refused.reason()).isEqualTo("UPSTREAM_ERROR");
        assertThat(refused.retry()).isPresent();
        assertThat(world.end()).isInstanceOf(Failed.class);
        assertThat(world.balance().available()).isEqualTo(ALL);
    }

    @Test
    void aProviderWithABugIsNoShortOkAndCostsNothing() throws Exception {
        world.provider.bugBefore = 2;

        var refused = RefusedCall.by(() -> hear(request("Hello ", "world")));

        assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(refused.message()).doesNotContain("never thrown");
        assertThat(world.end()).isInstanceOf(Failed.class);
        assertThat(world.balance().available()).isEqualTo(ALL);
    }

    @Test
    void aProviderThatRejectsSaysSo() throws Exception {
        world.provider.failureAtStart = new Failure.Rejected("prohibited content");

        var refused = RefusedCall.by(() -> hear(request("Hello")));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("UPSTREAM_REJECTED");
        assertThat(refused.message()).isEqualTo("prohibited content");
        assertThat(world.balance().available()).isEqualTo(ALL);
    }

    @Test
    void aShortBalanceStartsNothing() {
        var refused = RefusedCall.by(() -> hear(request("x".repeat(1001))));

        assertThat(refused.reason()).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(world.provider.begun).hasValue(0);
    }

    @Test
    void cancellingInTheMiddleStopsTheProviderAndSettlesOnce() throws Exception {
        world.provider.blockBefore = 1;
        try (var context = Context.current().withCancellation()) {
            context.run(() -> hearPieces(request("Hello ", "world"), 2));
            world.provider.blocked.await();
        }

        assertThat(world.provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(world.end()).isEqualTo(new Cancelled(Credits.parse("0.06"), GrpcWorld.NOW));
        assertThat(world.settlements()).isEqualTo(1);
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void aPassedDeadlineStopsTheProvider() throws Exception {
        world.provider.blockBefore = 1;
        connect();

        var refused = RefusedCall.by(() -> world.dialogue()
                .withDeadlineAfter(500, TimeUnit.MILLISECONDS)
                .streamDialogue(request("Hello ", "world"))
                .forEachRemaining(_ -> {}));

        assertThat(refused.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(world.provider.closed.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(world.end()).isInstanceOf(Cancelled.class);
        assertThat(world.settlements()).isEqualTo(1);
    }

    @Test
    void cancellingTheTaskEndsTheStreamForThePriceOfWhatWasHeard() throws Exception {
        world.provider.blockBefore = 1;
        var events = world.dialogue().streamDialogue(request("Hello ", "world"));
        var task = events.next().getStarted().getTaskId();
        world.provider.blocked.await();
        world.dialogue()
                .cancelTask(CancelTaskRequest.newBuilder().setTaskId(task).build());

        var refused = RefusedCall.by(() -> events.forEachRemaining(_ -> {}));

        assertThat(refused.code()).isEqualTo(Code.CANCELLED);
        assertThat(refused.reason()).isEqualTo("TASK_CANCELLED");
        assertThat(world.end()).isEqualTo(new Cancelled(Credits.parse("0.06"), GrpcWorld.NOW));
    }

    @Test
    void closingTheServerEndsAndSettlesItsStreams() throws Exception {
        world.provider.blockBefore = 1;
        var events = world.dialogue().streamDialogue(request("Hello ", "world"));
        events.next();
        world.provider.blocked.await();

        world.server.close();

        assertThatThrownBy(() -> events.forEachRemaining(_ -> {})).isInstanceOf(StatusRuntimeException.class);
        assertThat(world.settlements()).isEqualTo(1);
    }

    /** So that a deadline counts the call and not the handshake. */
    private void connect() {
        world.dialogue().listTasks(ListTasksRequest.getDefaultInstance());
    }

    private List<StreamDialogueResponse> hear(StreamDialogueRequest request) {
        List<StreamDialogueResponse> events = new ArrayList<>();
        world.dialogue().streamDialogue(request).forEachRemaining(events::add);
        assertThat(events.getFirst().getEventCase()).isEqualTo(EventCase.STARTED);
        assertThat(events.getLast().getEventCase()).isEqualTo(EventCase.FINISHED);
        return events;
    }

    private void hearPieces(StreamDialogueRequest request, int messages) {
        var events = world.dialogue().streamDialogue(request);
        for (int i = 0; i < messages; i++) {
            events.next();
        }
    }

    static StreamDialogueRequest request(String... texts) {
        return StreamDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input(texts))
                .build();
    }

    static byte[] audio(List<StreamDialogueResponse> events) {
        var audio = new ByteArrayOutputStream();
        events.forEach(event -> audio.writeBytes(event.getAudio().getData().toByteArray()));
        return audio.toByteArray();
    }
}
