package dev.parley.grpc.dialogue;

import static dev.parley.grpc.auth.ApiKeyInterceptor.caller;

import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.CancelTaskRequest;
import dev.parley.v1.CancelTaskResponse;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.CreateTaskResponse;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.EstimateDialogueResponse;
import dev.parley.v1.GetTaskRequest;
import dev.parley.v1.GetTaskResponse;
import dev.parley.v1.ListTasksRequest;
import dev.parley.v1.ListTasksResponse;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import dev.parley.v1.WatchTaskRequest;
import dev.parley.v1.WatchTaskResponse;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;

/** {@code parley.v1.DialogueService}. */
public final class DialogueEndpoint implements DialogueServiceGrpc.AsyncService, BindableService {

    private static final String STREAM_ROUTE = "grpc.dialogue.stream";
    private static final String CREATE_ROUTE = "grpc.tasks.create";

    private final DialogueWalks walks;
    private final TaskMapping tasks;
    private final Executor threads;
    private final TaskCreation<CreateTaskResponse> creation;
    private final ChunkPump chunks;
    private final TaskPump changes;

    /** @param threads for streams, each for as long as it lasts */
    public DialogueEndpoint(DialogueWalks walks, TaskMapping tasks, Executor threads) {
        this.walks = walks;
        this.tasks = tasks;
        this.threads = threads;
        this.creation = new TaskCreation<>(
                walks.submit(),
                CreateTaskResponse.parser(),
                (task, warnings) -> CreateTaskResponse.newBuilder()
                        .setTask(tasks.task(task))
                        .addAllWarnings(warnings)
                        .build());
        this.chunks = new ChunkPump(walks.stream(), tasks);
        this.changes = new TaskPump(tasks);
    }

    @Override
    public ServerServiceDefinition bindService() {
        return DialogueServiceGrpc.bindService(this);
    }

    @Override
    public void estimateDialogue(EstimateDialogueRequest request, StreamObserver<EstimateDialogueResponse> answer) {
        var prepared = walks.prepare().prepare(caller(), DialogueMapping.order(request));
        var metadata = ResponseMetadata.current();
        metadata.warn(prepared.warnings());
        answer.onNext(EstimateDialogueResponse.newBuilder()
                .setQuote(DialogueMapping.quote(
                        prepared.quote(), prepared.request().characters()))
                .addAllWarnings(metadata.warnings())
                .build());
        answer.onCompleted();
    }

    @Override
    public void streamDialogue(StreamDialogueRequest request, StreamObserver<StreamDialogueResponse> answer) {
        var order = DialogueMapping.order(request);
        var caller = caller();
        // What is told again is read from the task and its audio.
        var intent = IdempotencyMetadata.intent(caller.account(), STREAM_ROUTE, request, _ -> "");
        PacedCaller.serve(answer, threads, client -> chunks.run(client, caller, order, intent));
    }

    @Override
    public void createTask(CreateTaskRequest request, StreamObserver<CreateTaskResponse> answer) {
        var caller = caller();
        var created = creation.create(
                caller,
                DialogueMapping.order(request),
                told -> IdempotencyMetadata.intent(caller.account(), CREATE_ROUTE, request, told));
        answer.onNext(created);
        answer.onCompleted();
    }

    @Override
    public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> answer) {
        var task = walks.read().task(caller(), request.getTaskId());
        ResponseMetadata.current().warn(task.warnings());
        answer.onNext(GetTaskResponse.newBuilder().setTask(tasks.task(task)).build());
        answer.onCompleted();
    }

    @Override
    public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> answer) {
        Integer size = request.getPageSize() == 0 ? null : request.getPageSize();
        var page = walks.read().page(caller(), request.getPageToken(), size);
        var next = page.nextCursor();
        answer.onNext(ListTasksResponse.newBuilder()
                .addAllTasks(page.tasks().stream().map(tasks::task).toList())
                .setNextPageToken(next == null ? "" : next)
                .build());
        answer.onCompleted();
    }

    @Override
    public void cancelTask(CancelTaskRequest request, StreamObserver<CancelTaskResponse> answer) {
        var task = walks.cancel().cancel(caller(), request.getTaskId());
        ResponseMetadata.current().warn(task.warnings());
        answer.onNext(CancelTaskResponse.newBuilder().setTask(tasks.task(task)).build());
        answer.onCompleted();
    }

    @Override
    public void watchTask(WatchTaskRequest request, StreamObserver<WatchTaskResponse> answer) {
        var watch = walks.read().watch(caller(), request.getTaskId());
        PacedCaller.serve(answer, threads, client -> changes.run(client, watch));
    }
}
