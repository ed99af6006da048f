package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.rest.audio.WaveHeader;
import dev.parley.v1.AudioServiceGrpc;
import dev.parley.v1.MusicInput;
import dev.parley.v1.PlanMusicRequest;
import dev.parley.v1.RecordingHeader;
import dev.parley.v1.SoundInput;
import dev.parley.v1.StemsInput;
import dev.parley.v1.StreamAudioRequest;
import dev.parley.v1.StreamAudioResponse;
import dev.parley.v1.StreamRecordingRequest;
import dev.parley.v1.StreamRecordingResponse;
import dev.parley.v1.StreamVoicePreviewRequest;
import dev.parley.v1.TranscriptionInput;
import dev.parley.v1.VoiceChangeInput;
import dev.parley.v1.VoiceCloneInput;
import dev.parley.v1.VoiceDesignInput;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Music, sounds and recordings over gRPC, by a key that only tries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SandboxTest {

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway running;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private Path data;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        running = RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY));
    }

    @AfterAll
    void stop() throws Exception {
        running.close();
        try (var left = Files.list(data.resolve("uploads"))) {
            assertThat(left).as("uploads that are left").isEmpty();
        }
    }

    @Test
    void musicIsAsLongAsItsPlan() {
        var plan = client().planMusic(PlanMusicRequest.newBuilder()
                        .setModel("music_v1")
                        .setPrompt("a waltz in two parts")
                        .setLengthMillis(6000)
                        .build())
                .getPlan();
        byte[] music = stream(StreamAudioRequest.newBuilder()
                .setModel("music_v1")
                .setMusic(MusicInput.newBuilder().setPlan(plan).setOutputFormat("pcm_16000"))
                .build());

        assertThat(music).hasSize(6 * 32_000);
    }

    @Test
    void aSoundIsAsLongAsAskedFor() {
        byte[] sound = stream(StreamAudioRequest.newBuilder()
                .setModel("eleven_text_to_sound_v2")
                .setSound(SoundInput.newBuilder()
                        .setText("a door")
                        .setLengthSeconds(1.5)
                        .setOutputFormat("pcm_16000"))
                .build());

        assertThat(sound).hasSize(48_000);
    }

    @Test
    void aVoiceIsChangedInItsLength() throws Exception {
        byte[] changed = send(RecordingHeader.newBuilder()
                .setModel("eleven_multilingual_sts_v2")
                .setVoiceChange(VoiceChangeInput.newBuilder().setVoice("Rachel").setOutputFormat("pcm_16000")));

        assertThat(changed).hasSize(64_000);
    }

    @Test
    void aDesignedVoiceIsHeard() throws Exception {
        byte[] designed = stream(StreamAudioRequest.newBuilder()
                .setModel("eleven_ttv_v3")
                .setVoiceDesign(VoiceDesignInput.newBuilder()
                        .setDescription("An old sailor, hoarse and friendly")
                        .setIdsOnly(true))
                .build());
        String id = RunningGateway.JSON
                .readTree(designed)
                .at("/previews/0/generated_voice_id")
                .asText();
        var heard = new ByteArrayOutputStream();
        client().streamVoicePreview(preview(id))
                .forEachRemaining(piece -> heard.writeBytes(piece.getData().toByteArray()));

        assertThat(heard.size()).isGreaterThan(1000);
    }

    @Test
    void aPreviewThatNobodyMadeIsNotFound() {
        assertThatThrownBy(() -> client().streamVoicePreview(preview("SandboxP000123456789"))
                        .forEachRemaining(_ -> {}))
                .hasMessageStartingWith("NOT_FOUND");
    }

    private static StreamVoicePreviewRequest preview(String id) {
        return StreamVoicePreviewRequest.newBuilder().setGeneratedVoiceId(id).build();
    }

    @Test
    void aClonedVoiceSpeaks() throws Exception {
        byte[] cloned = send(RecordingHeader.newBuilder()
                .setModel("instant_voice_cloning_v1")
                .setVoiceClone(VoiceCloneInput.newBuilder().setName("My own").putLabels("accent", "irish")));
        var changed = RecordingHeader.newBuilder()
                .setModel("eleven_multilingual_sts_v2")
                .setVoiceChange(VoiceChangeInput.newBuilder()
                        .setVoice(RunningGateway.JSON
                                .readTree(cloned)
                                .path("voice_id")
                                .asText())
                        .setOutputFormat("pcm_16000"));

        assertThat(send(changed)).hasSize(64_000);
    }

    @Test
    void aVoiceWithoutANameIsRefused() {
        var nameless = RecordingHeader.newBuilder()
                .setModel("instant_voice_cloning_v1")
                .setVoiceClone(VoiceCloneInput.newBuilder());

        assertThatThrownBy(() -> send(nameless)).hasMessageContaining("'voice_clone.name'");
    }

    @Test
    void stemsComeAsAnArchive() throws Exception {
        byte[] stems =
                send(RecordingHeader.newBuilder().setModel("stem_separation_v1").setStems(StemsInput.newBuilder()));

        assertThat(stems).startsWith("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aTranscriptComesAsJson() throws Exception {
        byte[] transcript = send(RecordingHeader.newBuilder()
                .setModel("scribe_v1")
                .setTranscription(TranscriptionInput.newBuilder().addKeyterms("Parley")));

        assertThat(RunningGateway.JSON.readTree(transcript).path("text").asText())
                .contains("Parley");
    }

    @Test
    void whatIsMadeIsToldToBeOfTheSandbox() {
        var answer = running.get("/v1/models", "Authorization", "Bearer " + RunningGateway.TEST_KEY);

        assertThat(answer.headers().firstValue("x-parley-sandbox")).contains("true");
    }

    private AudioServiceGrpc.AudioServiceBlockingStub client() {
        return AudioServiceGrpc.newBlockingStub(running.channel())
                .withInterceptors(RunningGateway.bearer(RunningGateway.TEST_KEY));
    }

    private byte[] stream(StreamAudioRequest request) {
        var bytes = new ByteArrayOutputStream();
        Iterator<StreamAudioResponse> heard = client().streamAudio(request);
        heard.forEachRemaining(response -> bytes.writeBytes(response.getData().toByteArray()));
        return bytes.toByteArray();
    }

    /** Two seconds of a tone. */
    private byte[] send(RecordingHeader.Builder header) throws Exception {
        byte[] tone = TestAudio.tone(AudioFormat.PCM_16000, Duration.ofSeconds(2));
        var made = new Made();
        var sending = AudioServiceGrpc.newStub(running.channel())
                .withInterceptors(RunningGateway.bearer(RunningGateway.TEST_KEY))
                .streamRecording(made);
        sending.onNext(StreamRecordingRequest.newBuilder().setHeader(header).build());
        sending.onNext(data(WaveHeader.of(AudioFormat.PCM_16000, tone.length)));
        sending.onNext(data(tone));
        sending.onCompleted();
        return made.all.get(30, TimeUnit.SECONDS);
    }

    private static StreamRecordingRequest data(byte[] bytes) {
        return StreamRecordingRequest.newBuilder()
                .setData(ByteString.copyFrom(bytes))
                .build();
    }

    private static final class Made implements StreamObserver<StreamRecordingResponse> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> all = new CompletableFuture<>();

        @Override
        public void onNext(StreamRecordingResponse response) {
            bytes.writeBytes(response.getData().toByteArray());
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(bytes.toByteArray());
        }
    }
}
