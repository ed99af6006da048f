package dev.parley.grpc.audio;

import static dev.parley.grpc.auth.ApiKeyInterceptor.caller;

import com.google.protobuf.ByteString;
import dev.parley.application.Caller;
import dev.parley.application.submit.Order;
import dev.parley.application.voice.HearPreview;
import dev.parley.domain.music.Song;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.grpc.dialogue.DialogueMapping;
import dev.parley.grpc.dialogue.DialogueWalks;
import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.grpc.dialogue.TaskCreation;
import dev.parley.grpc.dialogue.TaskMapping;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.AudioServiceGrpc;
import dev.parley.v1.CreateAudioTaskRequest;
import dev.parley.v1.CreateAudioTaskResponse;
import dev.parley.v1.CreateRecordingTaskRequest;
import dev.parley.v1.CreateRecordingTaskResponse;
import dev.parley.v1.EstimateAudioRequest;
import dev.parley.v1.EstimateAudioResponse;
import dev.parley.v1.PlanMusicRequest;
import dev.parley.v1.PlanMusicResponse;
import dev.parley.v1.RecordingHeader;
import dev.parley.v1.StreamAudioRequest;
import dev.parley.v1.StreamAudioResponse;
import dev.parley.v1.StreamRecordingRequest;
import dev.parley.v1.StreamRecordingResponse;
import dev.parley.v1.StreamVoicePreviewRequest;
import dev.parley.v1.StreamVoicePreviewResponse;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** {@code parley.v1.AudioService}. */
public final class AudioEndpoint implements AudioServiceGrpc.AsyncService, BindableService {

    private static final String STREAM_ROUTE = "grpc.audio.stream";
    private static final String CREATE_ROUTE = "grpc.audio.create";
    private static final String RECORDING_ROUTE = "grpc.recording.stream";
    private static final String RECORDING_TASK_ROUTE = "grpc.recording.create";

    private final DialogueWalks walks;
    private final Recording recording;
    private final PreviewPump previews;
    private final Executor threads;
    private final BytePump<StreamAudioResponse> audio;
    private final BytePump<StreamRecordingResponse> recorded;
    private final TaskCreation<CreateAudioTaskResponse> audioTasks;
    private final TaskCreation<CreateRecordingTaskResponse> recordingTasks;

    /** @param threads for streams, each for as long as it lasts */
    public AudioEndpoint(
            DialogueWalks walks, RecordingWalks recordings, HearPreview previews, TaskMapping tasks, Executor threads) {
        this.walks = walks;
        this.recording = new Recording(recordings);
        this.previews = new PreviewPump(previews);
        this.threads = threads;
        this.audio = new BytePump<>(tasks, new AudioMessages());
        this.recorded = new BytePump<>(tasks, new RecordingMessages());
        this.audioTasks = new TaskCreation<>(
                walks.submit(),
                CreateAudioTaskResponse.parser(),
                (task, warnings) -> CreateAudioTaskResponse.newBuilder()
                        .setTask(tasks.task(task))
                        .addAllWarnings(warnings)
                        .build());
        this.recordingTasks = new TaskCreation<>(
                walks.submit(),
                CreateRecordingTaskResponse.parser(),
                (task, warnings) -> CreateRecordingTaskResponse.newBuilder()
                        .setTask(tasks.task(task))
                        .addAllWarnings(warnings)
                        .build());
    }

    @Override
    public ServerServiceDefinition bindService() {
        return AudioServiceGrpc.bindService(this);
    }

    @Override
    public void estimateAudio(EstimateAudioRequest request, StreamObserver<EstimateAudioResponse> answer) {
        var read = AudioMapping.order(request);
        var prepared = FieldNames.naming(read.input(), () -> walks.prepare().prepare(caller(), read.order()));
        var metadata = ResponseMetadata.current();
        metadata.warn(prepared.warnings());
        answer.onNext(EstimateAudioResponse.newBuilder()
                .setQuote(DialogueMapping.quote(
                        prepared.quote(), prepared.request().characters()))
                .addAllWarnings(metadata.warnings())
                .build());
        answer.onCompleted();
    }

    @Override
    public void streamAudio(StreamAudioRequest request, StreamObserver<StreamAudioResponse> answer) {
        var read = AudioMapping.order(request);
        var caller = caller();
        // What is told again is read from the task and its file.
        var intent = IdempotencyMetadata.intent(caller.account(), STREAM_ROUTE, request, _ -> "");
        PacedCaller.serve(
                answer,
                threads,
                client -> audio.run(
                        client,
                        () -> FieldNames.naming(
                                read.input(), () -> walks.stream().open(caller, read.order(), intent))));
    }

    @Override
    public void createAudioTask(CreateAudioTaskRequest request, StreamObserver<CreateAudioTaskResponse> answer) {
        var read = AudioMapping.order(request);
        var caller = caller();
        answer.onNext(FieldNames.naming(
                read.input(),
                () -> audioTasks.create(
                        caller,
                        read.order(),
                        told -> IdempotencyMetadata.intent(caller.account(), CREATE_ROUTE, request, told))));
        answer.onCompleted();
    }

    @Override
    public StreamObserver<StreamRecordingRequest> streamRecording(StreamObserver<StreamRecordingResponse> answer) {
        var caller = caller();
        var sent = new SentPieces<StreamRecordingRequest>(
                (ServerCallStreamObserver<StreamRecordingResponse>) answer, AudioEndpoint::data);
        PacedCaller.serve(
                answer,
                threads,
                client -> recording.receive(
                        new Recording.Sender(caller, client::whenGone),
                        () -> header(sent.first()),
                        sent,
                        AudioMapping.LISTENING,
                        came -> recorded.run(
                                client,
                                () -> came.naming(() -> walks.stream()
                                        .open(caller, came.order(), came.intent(caller, RECORDING_ROUTE, _ -> ""))))));
        return sent;
    }

    @Override
    public StreamObserver<CreateRecordingTaskRequest> createRecordingTask(
            StreamObserver<CreateRecordingTaskResponse> answer) {
        var caller = caller();
        var sent = new SentPieces<CreateRecordingTaskRequest>(
                (ServerCallStreamObserver<CreateRecordingTaskResponse>) answer, AudioEndpoint::data);
        PacedCaller.serve(
                answer,
                threads,
                client -> recording.receive(
                        new Recording.Sender(caller, client::whenGone),
                        () -> header(sent.first()),
                        sent,
                        Delivery.WHOLE,
                        came -> {
                            client.send(came.naming(() -> recordingTasks.create(
                                    caller, came.order(), told -> came.intent(caller, RECORDING_TASK_ROUTE, told))));
                            client.done();
                        }));
        return sent;
    }

    @Override
    public void planMusic(PlanMusicRequest request, StreamObserver<PlanMusicResponse> answer) {
        var order = FieldNames.naming("", () -> AudioMapping.order(request));
        var caller = caller();
        PacedCaller.serve(answer, threads, client -> {
            client.send(FieldNames.naming("", () -> planned(caller, order)));
            client.done();
        });
    }

    @Override
    public void streamVoicePreview(
            StreamVoicePreviewRequest request, StreamObserver<StreamVoicePreviewResponse> answer) {
        var caller = caller();
        PacedCaller.serve(answer, threads, client -> previews.run(client, caller, request.getGeneratedVoiceId()));
    }

    private PlanMusicResponse planned(Caller caller, Order order) {
        try (var live = walks.stream().open(caller, order, null)) {
            while (live.next() != null) {
                // The plan is told beside the bytes.
            }
            if (live.task().state() instanceof Completed(var _, var _, var _, Song song) && song.plan() != null) {
                return PlanMusicResponse.newBuilder()
                        .setPlan(PlanMapping.plan(song.plan()))
                        .build();
            }
            throw new IllegalStateException("a plan that was made is told");
        }
    }

    private static @Nullable RecordingHeader header(@Nullable StreamRecordingRequest first) {
        return first != null && first.hasHeader() ? first.getHeader() : null;
    }

    private static @Nullable RecordingHeader header(@Nullable CreateRecordingTaskRequest first) {
        return first != null && first.hasHeader() ? first.getHeader() : null;
    }

    private static ByteString data(StreamRecordingRequest more) {
        return switch (more.getPieceCase()) {
            case DATA -> more.getData();
            case HEADER -> throw Recording.twice();
            case PIECE_NOT_SET -> throw Recording.nothing();
        };
    }

    private static ByteString data(CreateRecordingTaskRequest more) {
        return switch (more.getPieceCase()) {
            case DATA -> more.getData();
            case HEADER -> throw Recording.twice();
            case PIECE_NOT_SET -> throw Recording.nothing();
        };
    }
}
