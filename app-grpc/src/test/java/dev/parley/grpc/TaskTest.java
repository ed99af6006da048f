package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.v1.CancelTaskRequest;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.GetTaskRequest;
import dev.parley.v1.ListTasksRequest;
import dev.parley.v1.ListTasksResponse;
import dev.parley.v1.Task;
import dev.parley.v1.TaskMode;
import dev.parley.v1.TaskState;
import dev.parley.v1.WatchTaskRequest;
import dev.parley.v1.WatchTaskResponse;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class TaskTest {

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anEstimateIsWhatIsHeld() {
        var estimate = world.dialogue()
                .estimateDialogue(EstimateDialogueRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("Hello ", "wörld 🎭"))
                        .build());
        create("Hello ", "wörld 🎭");

        assertThat(estimate.getQuote().getCharacters()).isEqualTo(13);
        assertThat(estimate.getQuote().getModel()).isEqualTo(MODEL);
        assertThat(world.balance().held())
                .isEqualTo(new Credits(estimate.getQuote().getCreditsMicros()));
    }

    @Test
    void anEstimateHoldsAndStoresNothing() {
        world.dialogue()
                .estimateDialogue(EstimateDialogueRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("Hello"))
                        .build());

        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
        assertThat(world.tasks()).isEmpty();
    }

    @Test
    void aNewTaskIsPendingAndShowsItsOrder() {
        var task = create("Hello");

        assertThat(task.getState()).isEqualTo(TaskState.TASK_STATE_PENDING);
        assertThat(task.getMode()).isEqualTo(TaskMode.TASK_MODE_QUEUED);
        assertThat(task.getOutputFormat()).isEqualTo("pcm_24000");
        assertThat(task.getProvider()).isEqualTo("scripted");
        assertThat(task.getCreatedAt().getSeconds()).isEqualTo(GrpcWorld.NOW.getEpochSecond());
        assertThat(task.hasChargeMicros() || task.hasEndedAt() || task.hasAudio() || task.hasFailure())
                .isFalse();
    }

    @Test
    void aCallbackUrlIsKept() {
        var created = world.dialogue()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("Hello"))
                        .setCallbackUrl("https://example.org/hook")
                        .build());

        assertThat(created.getTask().getCallbackUrl()).isEqualTo("https://example.org/hook");
    }

    @Test
    void aTaskIsReadAsItWasCreated() {
        var task = create("Hello");

        assertThat(read(task.getTaskId())).isEqualTo(task);
    }

    @Test
    void aWatchShowsEachStateToTheLast() {
        var task = create("Hello");
        var watching = world.dialogue().watchTask(watch(task.getTaskId()));
        var states = new ArrayList<TaskState>();
        states.add(watching.next().getTask().getState());
        world.worker.start();
        watching.forEachRemaining(change -> states.add(change.getTask().getState()));

        assertThat(states).first().isEqualTo(TaskState.TASK_STATE_PENDING);
        assertThat(states).last().isEqualTo(TaskState.TASK_STATE_COMPLETED);
    }

    @Test
    void aCompletedTaskShowsItsAudioAndCost() {
        var task = completed();

        assertThat(task.getAudio().getBytes()).isEqualTo(3000);
        assertThat(task.getAudio().getSha256()).hasSize(64);
        assertThat(task.getAudio().getUrl()).endsWith(task.getTaskId());
        assertThat(task.getChargeMicros()).isEqualTo(task.getQuote().getCreditsMicros());
        assertThat(task.hasEndedAt()).isTrue();
    }

    @Test
    void aWatchThatIsLeftLeavesTheTaskAlone() {
        var task = create("Hello");

        var left = RefusedCall.by(() -> world.dialogue()
                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .watchTask(watch(task.getTaskId()))
                .forEachRemaining(_ -> {}));

        assertThat(left.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(read(task.getTaskId())).isEqualTo(task);
    }

    @Test
    void aCancelledTaskGivesItsCreditsBack() {
        var task = create("Hello");

        var cancelled = world.dialogue()
                .cancelTask(CancelTaskRequest.newBuilder()
                        .setTaskId(task.getTaskId())
                        .build());

        assertThat(cancelled.getTask().getState()).isEqualTo(TaskState.TASK_STATE_CANCELLED);
        assertThat(world.balance().available()).isEqualTo(Credits.ofWhole(10));
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        for (int i = 0; i < 5; i++) {
            create("Hello");
        }
        List<String> ids = new ArrayList<>();
        ListTasksResponse page;
        String token = "";
        do {
            page = world.dialogue()
                    .listTasks(ListTasksRequest.newBuilder()
                            .setPageSize(2)
                            .setPageToken(token)
                            .build());
            page.getTasksList().forEach(task -> ids.add(task.getTaskId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(ids)
                .isEqualTo(
                        world.tasks().stream().map(task -> task.id().toString()).toList());
    }

    @Test
    void pagingFieldsAreNamedAsTheProtoNamesThem() {
        assertThat(RefusedCall.by(() -> list(101, "")).field()).isEqualTo("page_size");
        assertThat(RefusedCall.by(() -> list(-1, "")).field()).isEqualTo("page_size");
        assertThat(RefusedCall.by(() -> list(0, "nonsense")).field()).isEqualTo("page_token");
    }

    static Stream<Consumer<DialogueServiceGrpc.DialogueServiceBlockingStub>> callsWithAnId() {
        return idsOf(UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @MethodSource("callsWithAnId")
    void aTaskThatIsNotThereIsNotFound(Consumer<DialogueServiceGrpc.DialogueServiceBlockingStub> call) {
        var refused = RefusedCall.by(() -> call.accept(world.dialogue()));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.reason()).isEqualTo("TASK_NOT_FOUND");
    }

    @Test
    void someoneElsesTaskReadsAsOneThatIsNotThere() {
        var task = create("Hello");
        var another = with(DialogueServiceGrpc.newBlockingStub(world.channel), "x-api-key", GrpcWorld.KEY_OF_ANOTHER);

        idsOf(task.getTaskId()).forEach(call -> {
            var refused = RefusedCall.by(() -> call.accept(another));
            assertThat(refused.reason()).isEqualTo("TASK_NOT_FOUND");
        });
        assertThat(another.listTasks(ListTasksRequest.getDefaultInstance()).getTasksList())
                .isEmpty();
        assertThat(read(task.getTaskId())).isEqualTo(task);
    }

    private static Stream<Consumer<DialogueServiceGrpc.DialogueServiceBlockingStub>> idsOf(String id) {
        return Stream.of(
                stub -> stub.getTask(GetTaskRequest.newBuilder().setTaskId(id).build()),
                stub -> stub.cancelTask(
                        CancelTaskRequest.newBuilder().setTaskId(id).build()),
                stub -> stub.watchTask(watch(id)).next());
    }

    private Task completed() {
        world.worker.start();
        var last = new ArrayList<WatchTaskResponse>();
        world.dialogue().watchTask(watch(create("Hello").getTaskId())).forEachRemaining(last::add);
        return last.getLast().getTask();
    }

    private Task create(String... texts) {
        return world.dialogue()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input(texts))
                        .build())
                .getTask();
    }

    private Task read(String id) {
        return world.dialogue()
                .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                .getTask();
    }

    private void list(int size, String token) {
        world.dialogue()
                .listTasks(ListTasksRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
    }

    private static WatchTaskRequest watch(String id) {
        return WatchTaskRequest.newBuilder().setTaskId(id).build();
    }
}
