package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.KEY;
import static dev.parley.grpc.GrpcWorld.KEY_OF_ANOTHER;
import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.CreateTaskResponse;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.DialogueServiceGrpc.DialogueServiceBlockingStub;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that comes again is answered as at first, and does nothing more. */
@Timeout(30)
class IdempotencyTest {

    private static final Metadata.Key<String> NAME =
            Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> REPLAYED =
            Metadata.Key.of("idempotent-replayed", Metadata.ASCII_STRING_MARSHALLER);

    private final GrpcWorld world = new GrpcWorld();
    private final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        var first = create("k", "Hello");
        assertThat(isReplayed()).isFalse();
        var again = create("k", "Hello");

        assertThat(again.toByteString()).isEqualTo(first.toByteString());
        assertThat(isReplayed()).isTrue();
        assertOneTask();
    }

    @Test
    void aHundredAtOnceAreOneTask() {
        var race = Race.of(100, () -> named(KEY, "k").createTask(order("Hello")));

        assertThat(race.refused()).isEmpty();
        assertThat(race.accepted().stream()
                        .map(CreateTaskResponse::toByteString)
                        .distinct())
                .hasSize(1);
        assertOneTask();
    }

    @Test
    void aThousandInARowAreOneTask() {
        var first = create("k", "Hello");

        for (int i = 0; i < 1000; i++) {
            assertThat(create("k", "Hello")).isEqualTo(first);
        }
        assertOneTask();
    }

    @Test
    void theAnswerStaysWhateverBecomesOfTheTask() throws InterruptedException {
        var first = create("k", "Hello");
        world.worker.start();
        assertThat(world.end()).isInstanceOf(Completed.class);

        assertThat(create("k", "Hello")).isEqualTo(first);
    }

    @Test
    void anotherRequestIsRefused() {
        var _ = create("k", "Hello");

        var refused = RefusedCall.by(() -> create("k", "hello"));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertOneTask();
    }

    @Test
    void anotherAccountsNameIsAnotherName() {
        var mine = create("k", "Hello");

        var theirs = named(KEY_OF_ANOTHER, "k").createTask(order("Hello"));

        assertThat(theirs.getTask().getTaskId()).isNotEqualTo(mine.getTask().getTaskId());
        assertThat(isReplayed()).isFalse();
        assertOneTask();
    }

    @Test
    void anotherKeyOfTheAccountMayRepeat() {
        var first = create("k", "Hello");

        assertThat(named(world.key(KeyLimits.NONE), "k").createTask(order("Hello")))
                .isEqualTo(first);
    }

    @Test
    void anotherRoutesNameIsAnotherName() {
        var _ = create("k", "Hello");

        var heard = hear("k", "Hello");
        var estimated = named(KEY, "k")
                .estimateDialogue(EstimateDialogueRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("Other"))
                        .build());

        assertThat(heard).isNotEmpty();
        assertThat(estimated.getQuote().getCharacters()).isEqualTo(5);
        assertThat(world.tasks()).hasSize(2);
    }

    @Test
    void afterADayTheNameIsNewAgain() {
        var first = create("k", "Hello");
        world.now = GrpcWorld.NOW.plus(Duration.ofHours(24)).minusNanos(1);
        assertThat(create("k", "Hello")).isEqualTo(first);

        world.now = GrpcWorld.NOW.plus(Duration.ofHours(24));

        assertThat(create("k", "Other").getTask().getTaskId())
                .isNotEqualTo(first.getTask().getTaskId());
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThat(RefusedCall.by(() -> create("k", "x".repeat(1001))).reason()).isEqualTo("INSUFFICIENT_CREDITS");

        assertThat(create("k", "Hello").getTask().getTaskId()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "'; DROP TABLE idempotency_keys; --"})
    void whatIsNoNameIsRefused(String name) {
        assertMalformed(name);
    }

    @Test
    void aNameMayHave255Characters() {
        assertThat(create("k".repeat(255), "Hello").getTask().getTaskId()).isNotEmpty();
        assertMalformed("k".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"';DROP/**/TABLE/**/tasks;--", "%", "_", "\"", "a,b", "k;q=1", "../../etc"})
    void whateverIsPrintableIsANameAndNothingElse(String name) {
        var first = create(name, "Hello");

        assertThat(create(name, "Hello")).isEqualTo(first);
        assertOneTask();
    }

    @Test
    void twoDifferentNamesAreRefused() {
        var refused = RefusedCall.by(() -> named(KEY, "a", "b").createTask(order("Hello")));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.field()).isEqualTo("idempotency-key");
    }

    @Test
    void aStreamUnderWayIsNotBegunAgain() throws InterruptedException {
        world.provider.blockBefore = 1;
        var listening = named(KEY, "k").streamDialogue(stream("Hello"));
        assertThat(listening.next().hasStarted()).isTrue();
        world.provider.blocked.await();

        var refused = RefusedCall.by(() -> hear("k", "Hello"));

        assertThat(refused.code()).isEqualTo(Code.ABORTED);
        assertThat(refused.reason()).isEqualTo("REQUEST_IN_PROGRESS");
        assertThat(refused.trailer("retry-after")).isEqualTo("2");
        assertThat(RefusedCall.by(() -> hear("k", "Other")).reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(world.provider.begun).hasValue(1);
        assertOneTask();
    }

    @Test
    void aStreamThatEndedIsHeardAgainFromTheStore() {
        var first = hear("k", "Hello");
        var balance = world.balance();

        var again = hear("k", "Hello");

        assertThat(isReplayed()).isTrue();
        assertThat(audio(again)).isEqualTo(audio(first)).isEqualTo(world.provider.audio());
        assertThat(again.getLast()).isEqualTo(first.getLast());
        assertThat(world.provider.begun).hasValue(1);
        assertThat(world.balance()).isEqualTo(balance);
    }

    @Test
    void streamsRacingUnderOneNameAreOneRendering() {
        var race = Race.of(64, () -> hear("k", "Hello"));

        assertThat(race.accepted())
                .isNotEmpty()
                .allSatisfy(heard -> assertThat(audio(heard)).isEqualTo(world.provider.audio()));
        assertThat(race.refused())
                .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo("REQUEST_IN_PROGRESS"));
        assertThat(world.provider.begun).hasValue(1);
        assertThat(world.tasks()).hasSize(1);
        assertThat(world.balance().spent()).isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void aStreamThatFailedFailsAgainAndIsNotRendered() {
        world.provider.failureAtStart = new Failure.Rejected("prohibited content");
        var first = RefusedCall.by(() -> hear("k", "Hello"));
        world.provider.failureAtStart = null;

        var again = RefusedCall.by(() -> hear("k", "Hello"));

        assertThat(again.code()).isEqualTo(first.code());
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(world.balance().available()).isEqualTo(Credits.ofWhole(10));
    }

    private void assertMalformed(String name) {
        var refused = RefusedCall.by(() -> create(name, "Hello"));
        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.field()).isEqualTo("idempotency-key");
        assertThat(refused.message()).contains("1 to 255 printable ASCII");
    }

    private void assertOneTask() {
        assertThat(world.tasks()).hasSize(1);
        assertThat(world.balance().held()).isEqualTo(Credits.parse("0.05"));
    }

    private boolean isReplayed() {
        var received = headers.get();
        return received != null && "true".equals(received.get(REPLAYED));
    }

    private CreateTaskResponse create(String name, String text) {
        return named(KEY, name).createTask(order(text));
    }

    private List<StreamDialogueResponse> hear(String name, String text) {
        List<StreamDialogueResponse> heard = new ArrayList<>();
        named(KEY, name).streamDialogue(stream(text)).forEachRemaining(heard::add);
        return heard;
    }

    private DialogueServiceBlockingStub named(String key, String... names) {
        var sent = new Metadata();
        sent.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), key);
        List.of(names).forEach(name -> sent.put(NAME, name));
        return DialogueServiceGrpc.newBlockingStub(world.channel)
                .withInterceptors(
                        MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()),
                        MetadataUtils.newAttachHeadersInterceptor(sent));
    }

    private static CreateTaskRequest order(String text) {
        return CreateTaskRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input(text))
                .build();
    }

    private static StreamDialogueRequest stream(String text) {
        return StreamDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input(text))
                .build();
    }

    private static byte[] audio(List<StreamDialogueResponse> heard) {
        var bytes = new ByteArrayOutputStream();
        heard.stream()
                .filter(StreamDialogueResponse::hasAudio)
                .forEach(event -> bytes.writeBytes(event.getAudio().getData().toByteArray()));
        return bytes.toByteArray();
    }
}
