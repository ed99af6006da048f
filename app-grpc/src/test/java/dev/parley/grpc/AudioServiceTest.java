package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.ByteString;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score.Planned;
import dev.parley.v1.AudioServiceGrpc;
import dev.parley.v1.CompositionPlan;
import dev.parley.v1.CreateAudioTaskRequest;
import dev.parley.v1.CreateRecordingTaskRequest;
import dev.parley.v1.CreateRecordingTaskResponse;
import dev.parley.v1.DubbingInput;
import dev.parley.v1.EstimateAudioRequest;
import dev.parley.v1.MusicInput;
import dev.parley.v1.PlanMusicRequest;
import dev.parley.v1.RecordingHeader;
import dev.parley.v1.SongSection;
import dev.parley.v1.SoundInput;
import dev.parley.v1.StreamAudioRequest;
import dev.parley.v1.StreamAudioResponse;
import dev.parley.v1.StreamRecordingRequest;
import dev.parley.v1.StreamRecordingResponse;
import dev.parley.v1.TranscriptionInput;
import dev.parley.v1.VoiceChangeInput;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Music, sounds and recordings, by a client of the proto alone. */
@Timeout(20)
class AudioServiceTest {

    private final StudioProvider studio = new StudioProvider();
    private final GrpcWorld world = new GrpcWorld(studio);
    private final AudioServiceGrpc.AudioServiceBlockingStub client =
            with(AudioServiceGrpc.newBlockingStub(world.channel), "x-api-key", GrpcWorld.KEY);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theEstimateOfMusicIsThePriceOfTheLongestThatMayBeMade() {
        assertThat(estimate(music("a waltz", 20_000)))
                .isEqualTo(Credits.parse("10").micros());
        assertThat(estimate(music("a waltz", 0))).isEqualTo(Credits.parse("300").micros());
    }

    @Test
    void whatWasMadeOfMusicIsCharged() {
        var heard = ImmutableList.copyOf(client.streamAudio(stream(music("a waltz", 20_000))));

        assertThat(heard.getFirst().getStarted().getQuote().getCreditsMicros())
                .isEqualTo(Credits.parse("10").micros());
        assertThat(data(heard)).hasSize(StudioProvider.SECONDS);
        assertThat(heard.getLast().getFinished().getChargeMicros())
                .isEqualTo(Credits.parse("2.5").micros());
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
        assertThat(world.balance().spent()).isEqualTo(Credits.parse("2.5"));
    }

    @Test
    void aPlanReachesTheProviderAsItWasSent() {
        var plan = plan(3_000);
        var _ = ImmutableList.copyOf(
                client.streamAudio(stream(MusicInput.newBuilder().setPlan(plan).build())));

        assertThat(studio.asked.get()).isInstanceOfSatisfying(MusicRequest.class, asked -> {
            assertThat(asked.score()).isInstanceOf(Planned.class);
            assertThat(asked.longest()).hasSeconds(3);
            assertThat(asked.characters()).isEqualTo(4 + 6 + 5);
        });
    }

    @Test
    void aPlansWrongFieldIsNamedAsInTheProto() {
        var refused = RefusedCall.by(() -> ImmutableList.copyOf(client.streamAudio(
                stream(MusicInput.newBuilder().setPlan(plan(2_999)).build()))));

        assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        assertThat(refused.field()).isEqualTo("music.plan.sections[0].length_millis");
    }

    @Test
    void aModelForSomethingElseIsRefusedByName() {
        var refused = RefusedCall.by(() -> client.estimateAudio(EstimateAudioRequest.newBuilder()
                .setModel("music_v1")
                .setSound(SoundInput.newBuilder().setText("a door"))
                .build()));

        assertThat(refused.field()).isEqualTo("model");
        assertThat(refused.message()).contains("for sound").contains("for music");
    }

    @Test
    void aTaskOfASoundIsPending() {
        var request = CreateAudioTaskRequest.newBuilder()
                .setModel("studio-sound")
                .setSound(SoundInput.newBuilder().setText("a door").setLengthSeconds(2))
                .build();
        var named = with(client, "idempotency-key", "door-1");

        var first = named.createAudioTask(request);

        assertThat(first.getTask().getQuote().getCreditsMicros())
                .isEqualTo(Credits.ofWhole(6).micros());
        assertThat(named.createAudioTask(request)).isEqualTo(first);
    }

    @Test
    void aRecordingComesBackAndIsPricedByItsLength() throws Exception {
        var heard = send(header(), "x".repeat(1500), "y".repeat(1001));

        assertThat(heard.getLast().getFinished().getBytes()).isEqualTo(2501);
        assertThat(heard.getLast().getFinished().getChargeMicros())
                .as("three seconds have begun")
                .isEqualTo(Credits.ofWhole(3).micros());
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("uploads").isEmpty();
    }

    @Test
    void aRecordingTooLargeIsRefusedAndForgotten() throws Exception {
        var refused = refused(
                header(),
                "x".repeat(GrpcWorld.MESSAGE_BYTES_MAX - 100),
                "x".repeat(1000),
                "x".repeat(GrpcWorld.MESSAGE_BYTES_MAX - 100),
                "x".repeat(GrpcWorld.MESSAGE_BYTES_MAX - 100));

        assertThat(refused.field()).isEqualTo("recording");
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("uploads").isEmpty();
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        assertThat(refused(header(), "\0nothing").message()).contains("no audio that can be measured");
        assertThat(refused(header()).message()).contains("is empty");
    }

    @Test
    void aRecordingIsFetchedFromItsAddress() throws Exception {
        var heard = send(header("https://cdn.example/words"));

        assertThat(heard.getLast().getFinished().getBytes()).isEqualTo("words".length());
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("uploads").isEmpty();
    }

    @Test
    void anAddressWithoutARecordingIsNamed() {
        assertThat(refused(header("https://cdn.example/")).field()).isEqualTo("source_url");
        assertThat(refused(header("https://cdn.example/words"), "xxxx").field()).isEqualTo("source_url");
    }

    @Test
    void aDubIsPricedByItsPart() throws Exception {
        var dub = DubbingInput.newBuilder().setTargetLang("es").setStartTime(1).setEndTime(2);
        var heard = send(dubbing(dub), "x".repeat(2500));

        assertThat(heard.getFirst().getStarted().getQuote().getCreditsMicros())
                .isEqualTo(Credits.ofWhole(1).micros());
    }

    @Test
    void aDubsWrongFieldIsNamedAsInTheProto() {
        assertThat(refused(dubbing(DubbingInput.newBuilder()), "x".repeat(2500)).field())
                .isEqualTo("dubbing.target_lang");
        assertThat(refused(dubbing(DubbingInput.newBuilder().setTargetLang("es").setNumSpeakers(99)), "x".repeat(2500))
                        .field())
                .isEqualTo("dubbing.num_speakers");
    }

    @Test
    void theHeaderComesFirst() {
        assertThat(refused(StreamRecordingRequest.newBuilder()
                                .setData(ByteString.copyFromUtf8("x"))
                                .build())
                        .field())
                .isEqualTo("header");
        assertThat(refused().field()).isEqualTo("header");
    }

    @Test
    void theHeaderComesOnce() throws Exception {
        var other = StreamRecordingRequest.newBuilder()
                .setHeader(RecordingHeader.newBuilder().setModel("nonsense"))
                .build();
        var refused = refused(header(), "x".repeat(1500), other, "y".repeat(1500));

        assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        assertThat(refused.field()).isEqualTo("header");
        assertThat(world.balance().spent()).isEqualTo(Credits.NONE);
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("uploads").isEmpty();
    }

    @Test
    void aTasksHeaderComesOnce() throws Exception {
        var header = CreateRecordingTaskRequest.newBuilder()
                .setHeader(header().getHeader())
                .build();
        var told = new Sent<CreateRecordingTaskRequest, CreateRecordingTaskResponse>(true);
        var sending = with(AudioServiceGrpc.newStub(world.channel), "x-api-key", GrpcWorld.KEY)
                .createRecordingTask(told);
        sending.onNext(header);
        sending.onNext(header);
        sending.onCompleted();

        assertThat(told.end().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(told.end().getDescription()).contains("'header' comes once.");
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void anUnknownVoiceIsNamedWhereItWasSent() {
        var header = RecordingHeader.newBuilder()
                .setModel("studio-voice")
                .setVoiceChange(VoiceChangeInput.newBuilder().setVoice("Nobody"));
        var refused =
                refused(StreamRecordingRequest.newBuilder().setHeader(header).build(), "xxxx");

        assertThat(refused.field()).isEqualTo("voice_change.voice");
    }

    @Test
    void aPlanIsFreeSoManyTimesAMinute() {
        var request = PlanMusicRequest.newBuilder()
                .setModel("music_v1")
                .setPrompt("a waltz")
                .build();
        for (int i = 0; i < 30; i++) {
            assertThat(client.planMusic(request).getPlan().getSections(0).getLines(0))
                    .isEqualTo("a waltz");
        }

        assertThat(RefusedCall.by(() -> client.planMusic(request)).reason()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(world.balance().spent()).isEqualTo(Credits.NONE);
    }

    private long estimate(MusicInput music) {
        return client.estimateAudio(EstimateAudioRequest.newBuilder()
                        .setModel("music_v1")
                        .setMusic(music)
                        .build())
                .getQuote()
                .getCreditsMicros();
    }

    private static MusicInput music(String prompt, int millis) {
        return MusicInput.newBuilder().setPrompt(prompt).setLengthMillis(millis).build();
    }

    private static StreamAudioRequest stream(MusicInput music) {
        return StreamAudioRequest.newBuilder()
                .setModel("music_v1")
                .setMusic(music)
                .build();
    }

    private static CompositionPlan plan(int millis) {
        return CompositionPlan.newBuilder()
                .addPositiveStyles("calm")
                .addSections(SongSection.newBuilder()
                        .setName("Verse1")
                        .setLengthMillis(millis)
                        .addLines("hello"))
                .build();
    }

    private static byte[] data(List<StreamAudioResponse> heard) {
        return heard.stream()
                .map(StreamAudioResponse::getData)
                .reduce(ByteString.EMPTY, ByteString::concat)
                .toByteArray();
    }

    private static StreamRecordingRequest header(String url) {
        return StreamRecordingRequest.newBuilder()
                .setHeader(header().getHeader().toBuilder().setSourceUrl(url))
                .build();
    }

    private static StreamRecordingRequest dubbing(DubbingInput.Builder dub) {
        return StreamRecordingRequest.newBuilder()
                .setHeader(RecordingHeader.newBuilder().setModel("studio-dub").setDubbing(dub))
                .build();
    }

    private static StreamRecordingRequest header() {
        return StreamRecordingRequest.newBuilder()
                .setHeader(RecordingHeader.newBuilder()
                        .setModel("studio-words")
                        .setTranscription(TranscriptionInput.getDefaultInstance()))
                .build();
    }

    private RefusedCall refused(Object... pieces) {
        return RefusedCall.by(() -> send(pieces));
    }

    private List<StreamRecordingResponse> send(Object... pieces) throws Exception {
        var heard = new Heard();
        var sending = with(AudioServiceGrpc.newStub(world.channel), "x-api-key", GrpcWorld.KEY)
                .streamRecording(heard);
        for (var piece : pieces) {
            sending.onNext(
                    piece instanceof StreamRecordingRequest request
                            ? request
                            : StreamRecordingRequest.newBuilder()
                                    .setData(ByteString.copyFromUtf8((String) piece))
                                    .build());
        }
        sending.onCompleted();
        try {
            return heard.all.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static final class Heard implements StreamObserver<StreamRecordingResponse> {
        private final List<StreamRecordingResponse> heard = new ArrayList<>();
        private final CompletableFuture<List<StreamRecordingResponse>> all = new CompletableFuture<>();

        @Override
        public void onNext(StreamRecordingResponse response) {
            heard.add(response);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(heard);
        }
    }
}
