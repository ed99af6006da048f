package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.v1.AudioServiceGrpc;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.DeleteVoiceRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.EditVoiceRequest;
import dev.parley.v1.ListVoicesRequest;
import dev.parley.v1.SaveVoiceRequest;
import dev.parley.v1.StreamAudioRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.Voice;
import dev.parley.v1.VoiceDesignInput;
import dev.parley.v1.VoiceLabels;
import dev.parley.v1.VoiceServiceGrpc;
import dev.parley.v1.VoiceServiceGrpc.VoiceServiceBlockingStub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Voices of one's own by the proto, from end to end: in the sandbox, and with ElevenLabs behind Parley. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class GrpcVoicesTest {

    private static final String SAILOR = "An old sailor, hoarse and friendly";

    private final FakeElevenLabs upstream = FakeElevenLabs.start();

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway running;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway paid;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private String stranger;

    @BeforeAll
    void start(@TempDir Path sandboxData, @TempDir Path paidData) throws IOException {
        running = RunningGateway.start(
                sandboxData,
                Map.of(
                        "PARLEY_BOOTSTRAP_KEY",
                        RunningGateway.TEST_KEY,
                        "PARLEY_ADMIN_PASSWORD",
                        OtherAccount.PASSWORD,
                        "PARLEY_LIMITS_FREE_CALLS_PER_MINUTE",
                        "1000",
                        "PARLEY_LIMITS_VOICES",
                        "2"));
        stranger = OtherAccount.key(running, "sk-test-");
        Files.writeString(paidData.resolve("parley.yml"), OtherAccount.TARIFF);
        paid = RunningGateway.start(paidData, new HashMap<>(OtherAccount.settings(upstream.uri())));
    }

    @AfterAll
    void stop() {
        running.close();
        paid.close();
        upstream.close();
    }

    @Test
    void aDesignedVoiceIsSavedAndSpeaks() {
        var saved = save(voices(), designed());

        assertThat(saved.getOwn()).isTrue();
        assertThat(saved.getCategory()).isEqualTo("generated");
        assertThat(saved.getLabelsMap()).isEqualTo(Map.of("accent", "irish"));
        assertThat(listed(RunningGateway.TEST_KEY, saved.getId())).isEqualTo(saved);
        assertThat(spoken(saved.getId())).isPositive();
        assertThat(spoken("Sailor")).isPositive();
        delete(voices(), saved.getId());
    }

    @Test
    void anEditedVoiceIsDescribedAnewEverywhere() throws IOException {
        String id = save(voices(), designed()).getId();

        var edited = voices().editVoice(EditVoiceRequest.newBuilder()
                        .setVoiceId(id)
                        .setName("Captain")
                        .setLabels(VoiceLabels.newBuilder().putValues("age", "old"))
                        .build())
                .getVoice();

        assertThat(edited.getName()).isEqualTo("Captain");
        assertThat(edited.getDescription()).isEqualTo(SAILOR);
        assertThat(listed(RunningGateway.TEST_KEY, id)).isEqualTo(edited);
        var overRest = rest("GET", "/v1/voices/" + id);
        assertThat(overRest.path("name").asText()).isEqualTo("Captain");
        assertThat(overRest.path("labels").path("age").asText()).isEqualTo("old");
        delete(voices(), id);
    }

    @Test
    void aDeletedVoiceDoesNotSpeak() {
        String id = save(voices(), designed()).getId();

        delete(voices(), id);

        assertThatThrownBy(() -> spoken(id)).hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> delete(voices(), id)).hasMessageStartingWith("NOT_FOUND");
    }

    @Test
    void aVoiceClonedOverRestIsEditedAndDeleted() throws IOException {
        var form = Wishes.form("files", Map.of("name", "Ada"));
        String id = RunningGateway.json(running.ask(
                        "POST",
                        "/v1/voices/add",
                        form.body(),
                        "Content-Type",
                        form.contentType(),
                        "xi-api-key",
                        RunningGateway.TEST_KEY))
                .path("voice_id")
                .asText();

        var edited = voices().editVoice(EditVoiceRequest.newBuilder()
                        .setVoiceId(id)
                        .setName("Lovelace")
                        .build())
                .getVoice();

        assertThat(edited.getCategory()).isEqualTo("cloned");
        assertThat(rest("GET", "/v1/voices/" + id).path("name").asText()).isEqualTo("Lovelace");
        delete(voices(), id);
        assertThatThrownBy(() -> rest("GET", "/v1/voices/" + id)).hasMessageStartingWith("404");
    }

    @Test
    void nobodyElseSavesEditsOrDeletes() {
        String preview = designed();
        String id = save(voices(), designed()).getId();
        var other = voices(running, stranger);

        assertThatThrownBy(() -> save(other, preview)).hasMessageStartingWith("NOT_FOUND");
        assertThatThrownBy(() -> other.editVoice(EditVoiceRequest.newBuilder()
                        .setVoiceId(id)
                        .setName("Mine")
                        .build()))
                .hasMessageStartingWith("NOT_FOUND");
        assertThatThrownBy(() -> delete(other, id)).hasMessageStartingWith("NOT_FOUND");
        assertThat(listed(RunningGateway.TEST_KEY, id).getName()).isEqualTo("Sailor");
        assertThat(listed(stranger, id)).isEqualTo(Voice.getDefaultInstance());
        delete(voices(), id);
    }

    @Test
    void moreVoicesThanThereAreSlotsAreRefused() {
        String first = save(voices(), designed()).getId();
        String second = save(voices(), designed()).getId();
        String third = designed();

        assertThatThrownBy(() -> save(voices(), third)).hasMessageStartingWith("FAILED_PRECONDITION");
        delete(voices(), first);
        String taken = save(voices(), third).getId();

        assertThat(listed(RunningGateway.TEST_KEY, taken).getOwn()).isTrue();
        delete(voices(), second);
        delete(voices(), taken);
    }

    @Test
    void whatBreaksARuleIsNamed() {
        var nameless = SaveVoiceRequest.newBuilder()
                .setGeneratedVoiceId(designed())
                .setDescription(SAILOR)
                .build();
        var empty = EditVoiceRequest.newBuilder().setVoiceId("any").build();

        assertThatThrownBy(() -> voices().saveVoice(nameless)).hasMessageContaining("'name' must not be blank");
        assertThatThrownBy(() -> voices().editVoice(empty)).hasMessageContaining("'name' is required");
    }

    @Test
    void elevenLabsIsAskedForTheSameAndNothingIsCharged() {
        String preview = designed(paid, RunningGateway.KEY, "eleven_multilingual_ttv_v2");
        double spent = paid.credits(RunningGateway.KEY).path("spent").asDouble();
        int before = upstream.requests().size();
        var client = voices(paid, RunningGateway.KEY);

        String id = save(client, preview).getId();
        client.editVoice(
                EditVoiceRequest.newBuilder().setVoiceId(id).setName("Captain").build());
        delete(client, id);

        assertThat(upstream.requests().stream().skip(before))
                .extracting(SeenRequest::method, SeenRequest::path)
                .contains(
                        tuple("POST", "/v1/text-to-voice"),
                        tuple("POST", "/v1/voices/" + id + "/edit"),
                        tuple("DELETE", "/v1/voices/" + id));
        assertThat(spent).isPositive();
        assertThat(paid.credits(RunningGateway.KEY).path("spent").asDouble()).isEqualTo(spent);
        assertThat(paid.credits(RunningGateway.KEY).path("held").asDouble()).isZero();
    }

    @Test
    void whatElevenLabsWillNotSaveIsTold() {
        String preview = designed(paid, RunningGateway.KEY, "eleven_multilingual_ttv_v2");

        assertThatThrownBy(() -> voices(paid, RunningGateway.KEY)
                        .saveVoice(SaveVoiceRequest.newBuilder()
                                .setGeneratedVoiceId(preview)
                                .setName("Sailor")
                                .setDescription("too short")
                                .build()))
                .hasMessageStartingWith("FAILED_PRECONDITION");
        assertThat(save(voices(paid, RunningGateway.KEY), preview).getName()).isEqualTo("Sailor");
    }

    private VoiceServiceBlockingStub voices() {
        return voices(running, RunningGateway.TEST_KEY);
    }

    private static VoiceServiceBlockingStub voices(RunningGateway gateway, String key) {
        return VoiceServiceGrpc.newBlockingStub(gateway.channel()).withInterceptors(RunningGateway.bearer(key));
    }

    private String designed() {
        return designed(running, RunningGateway.TEST_KEY, "eleven_ttv_v3");
    }

    /** Id of the first preview. */
    private static String designed(RunningGateway gateway, String key, String model) {
        var bytes = new ByteArrayOutputStream();
        AudioServiceGrpc.newBlockingStub(gateway.channel())
                .withInterceptors(RunningGateway.bearer(key))
                .streamAudio(StreamAudioRequest.newBuilder()
                        .setModel(model)
                        .setVoiceDesign(VoiceDesignInput.newBuilder()
                                .setDescription(SAILOR)
                                .setIdsOnly(true))
                        .build())
                .forEachRemaining(piece -> bytes.writeBytes(piece.getData().toByteArray()));
        try {
            return RunningGateway.JSON
                    .readTree(bytes.toString(UTF_8))
                    .at("/previews/0/generated_voice_id")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Voice save(VoiceServiceBlockingStub client, String preview) {
        return client.saveVoice(SaveVoiceRequest.newBuilder()
                        .setGeneratedVoiceId(preview)
                        .setName("Sailor")
                        .setDescription(SAILOR)
                        .putLabels("accent", "irish")
                        .build())
                .getVoice();
    }

    private static void delete(VoiceServiceBlockingStub client, String id) {
        var _ = client.deleteVoice(
                DeleteVoiceRequest.newBuilder().setVoiceId(id).build());
    }

    /** The voice as it is listed; an empty one where it is not. */
    private Voice listed(String key, String id) {
        return CatalogServiceGrpc.newBlockingStub(running.channel())
                .withInterceptors(RunningGateway.bearer(key))
                .listVoices(ListVoicesRequest.getDefaultInstance())
                .getVoicesList()
                .stream()
                .filter(voice -> voice.getId().equals(id))
                .findFirst()
                .orElse(Voice.getDefaultInstance());
    }

    /** How many bytes are heard of it. */
    private long spoken(String voice) {
        var heard = new ByteArrayOutputStream();
        running.dialogues(RunningGateway.TEST_KEY)
                .streamDialogue(StreamDialogueRequest.newBuilder()
                        .setModel("eleven_v3")
                        .setInput(DialogueInput.newBuilder()
                                .addDialogue(DialogueTurn.newBuilder()
                                        .setText("Hello")
                                        .setVoice(voice)))
                        .build())
                .forEachRemaining(
                        piece -> heard.writeBytes(piece.getAudio().getData().toByteArray()));
        return heard.size();
    }

    private JsonNode rest(String method, String path) {
        return RunningGateway.json(running.ask(method, path, new byte[0], "xi-api-key", RunningGateway.TEST_KEY));
    }
}
