package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.ACCOUNT;
import static dev.parley.grpc.GrpcWorld.KEY;
import static dev.parley.grpc.GrpcWorld.KEY_OF_ANOTHER;
import static dev.parley.grpc.GrpcWorld.NOW;
import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.application.Limits;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.DeleteVoiceRequest;
import dev.parley.v1.DeleteVoiceResponse;
import dev.parley.v1.EditVoiceRequest;
import dev.parley.v1.ListVoicesRequest;
import dev.parley.v1.SaveVoiceRequest;
import dev.parley.v1.Voice;
import dev.parley.v1.VoiceLabels;
import dev.parley.v1.VoiceServiceGrpc;
import dev.parley.v1.VoiceServiceGrpc.VoiceServiceBlockingStub;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an account does with voices of its own, by a client of the proto alone. */
@Timeout(20)
class VoiceServiceTest {

    private static final VoiceProfile SAILOR = new VoiceProfile("Sailor", "hoarse", Map.of("accent", "irish"));
    private static final String LONG_NAME = "x".repeat(101);
    private static final String LONG_DESCRIPTION = "x".repeat(1001);
    private static final Map<String, String> MANY_LABELS =
            IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "label" + i, _ -> "x"));

    private final Workshop workshop = new Workshop();
    private final GrpcWorld world = new GrpcWorld(workshop);
    private final VoiceServiceBlockingStub client = client(KEY);
    private final VoiceServiceBlockingStub other = client(KEY_OF_ANOTHER);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPreviewBecomesAVoice() {
        stored("p1", Stage.PREVIEW);

        var saved = client.saveVoice(saving("p1").putLabels("age", "old").build());

        var voice = Voice.newBuilder()
                .setId("p1")
                .setName("Captain")
                .setDescription("hoarse and friendly")
                .setProvider("studio")
                .setCategory("generated")
                .putLabels("age", "old")
                .setOwn(true)
                .build();
        assertThat(saved.getVoice()).isEqualTo(voice);
        assertThat(own(KEY)).containsExactly(voice);
        assertThat(own(KEY_OF_ANOTHER)).isEmpty();
        assertThat(workshop.asked)
                .containsExactly(new Workshop.Asked(
                        "save", "p1", new VoiceProfile("Captain", "hoarse and friendly", Map.of("age", "old"))));
    }

    @Test
    void savingTwiceIsSavingOnce() {
        stored("p1", Stage.PREVIEW);
        var first = client.saveVoice(saving("p1").build());

        var again = client.saveVoice(saving("p1").setName("Another").build());

        assertThat(again).isEqualTo(first);
        assertThat(workshop.asked).hasSize(1);
    }

    @Test
    void everythingOfAVoiceIsEdited() {
        stored("v1", Stage.CLONED);

        var edited = client.editVoice(editing()
                .setName("Captain")
                .setDescription("calm")
                .setLabels(VoiceLabels.newBuilder().putValues("age", "old"))
                .build());

        assertThat(edited.getVoice().getCategory()).isEqualTo("cloned");
        assertThat(edited.getVoice().getName()).isEqualTo("Captain");
        assertThat(edited.getVoice().getDescription()).isEqualTo("calm");
        assertThat(edited.getVoice().getLabelsMap()).isEqualTo(Map.of("age", "old"));
        assertThat(own(KEY)).containsExactly(edited.getVoice());
        assertThat(workshop.asked.getFirst().profile())
                .isEqualTo(new VoiceProfile("Captain", "calm", Map.of("age", "old")));
    }

    @Test
    void whatIsNotEditedStays() {
        stored("v1", Stage.CLONED);

        var edited = client.editVoice(editing().setName("Captain").build()).getVoice();

        assertThat(edited.getDescription()).isEqualTo("hoarse");
        assertThat(edited.getLabelsMap()).isEqualTo(Map.of("accent", "irish"));
    }

    @Test
    void descriptionAndLabelsCanBeTakenAway() {
        stored("v1", Stage.CLONED);

        var edited = client.editVoice(editing()
                        .setDescription("")
                        .setLabels(VoiceLabels.getDefaultInstance())
                        .build())
                .getVoice();

        assertThat(edited.getName()).isEqualTo("Sailor");
        assertThat(edited.getDescription()).isEmpty();
        assertThat(edited.getLabelsMap()).isEmpty();
    }

    @Test
    void aDeletedVoiceIsGone() {
        stored("v1", Stage.DESIGNED);

        assertThat(delete(client, "v1")).isEqualTo(DeleteVoiceResponse.getDefaultInstance());

        assertThat(own(KEY)).isEmpty();
        assertThat(workshop.asked).containsExactly(new Workshop.Asked("delete", "v1", null));
        assertNotFound(() -> delete(client, "v1"));
        assertNotFound(() -> client.editVoice(editing().setName("Captain").build()));
        assertNotFound(() -> client.saveVoice(saving("v1").build()));
    }

    @Test
    void nobodyElseDoesAnythingWithAVoice() {
        stored("p1", Stage.PREVIEW);
        stored("v1", Stage.CLONED);

        assertNotFound(() -> other.saveVoice(saving("p1").build()));
        assertNotFound(() -> other.editVoice(editing().setName("Captain").build()));
        assertNotFound(() -> delete(other, "v1"));

        assertThat(workshop.asked).isEmpty();
        assertThat(stage("p1")).isEqualTo(Stage.PREVIEW);
        assertThat(own(KEY)).extracting(Voice::getName).containsExactly("Sailor");
    }

    @Test
    void aPreviewIsNoVoiceYet() {
        stored("v1", Stage.PREVIEW);

        assertNotFound(() -> client.editVoice(editing().setName("Captain").build()));
        assertNotFound(() -> delete(client, "v1"));
        assertThat(workshop.asked).isEmpty();
    }

    static List<Arguments> bad() {
        return Stream.concat(badSaves(), badEdits()).toList();
    }

    private static Stream<Arguments> badSaves() {
        return Stream.of(
                save("name", "must not be blank", saving("p1").setName("")),
                save("name", "at most 100", saving("p1").setName(LONG_NAME)),
                save("name", "control characters", saving("p1").setName("a\u0000")),
                save("description", "is required", saving("p1").setDescription("")),
                save("description", "must not be blank", saving("p1").setDescription(" ")),
                save("description", "at most 1000", saving("p1").setDescription(LONG_DESCRIPTION)),
                save("labels", "at most 20", saving("p1").putAllLabels(MANY_LABELS)),
                save("labels", "must not be blank", saving("p1").putLabels("", "x")),
                save("labels", "at most 100", saving("p1").putLabels(LONG_NAME, "x")),
                save("labels.age", "must not be blank", saving("p1").putLabels("age", "")),
                save("labels.voice_x", "at most 100", saving("p1").putLabels("voice_x", LONG_NAME)));
    }

    private static Stream<Arguments> badEdits() {
        return Stream.of(
                edit("name", "is required, or a description, or labels", editing()),
                edit("name", "must not be blank", editing().setName("")),
                edit("name", "at most 100", editing().setName(LONG_NAME)),
                edit("description", "must not be blank", editing().setDescription(" ")),
                edit("description", "at most 1000", editing().setDescription(LONG_DESCRIPTION)),
                edit("labels.values", "at most 20", editing().setLabels(labels(MANY_LABELS))),
                edit("labels.values", "must not be blank", editing().setLabels(labels(Map.of("", "x")))),
                edit("labels.values.age", "must not be blank", editing().setLabels(labels(Map.of("age", "")))),
                edit("labels.values.labels", "at most 100", editing().setLabels(labels(Map.of("labels", LONG_NAME)))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatBreaksARuleIsNamed(String field, String message, Call call) {
        stored("p1", Stage.PREVIEW);
        stored("v1", Stage.CLONED);

        var refused = RefusedCall.by(() -> call.by(client));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.message()).startsWith("'" + field + "' ").contains(message);
        assertThat(workshop.asked).isEmpty();
        assertThat(stage("p1")).isEqualTo(Stage.PREVIEW);
    }

    @Test
    void withoutAnIdNothingIsFound() {
        assertNotFound(() -> client.saveVoice(saving("").build()));
        assertNotFound(() ->
                client.editVoice(EditVoiceRequest.newBuilder().setName("A").build()));
        assertNotFound(() -> delete(client, ""));
    }

    @Test
    void anAccountHasSoManyVoicesAndNoMore() {
        for (int i = 0; i < Limits.DEFAULT.accountVoicesMax(); i++) {
            stored("v" + i, Stage.CLONED);
        }
        stored("p1", Stage.PREVIEW);

        var refused = RefusedCall.by(() -> client.saveVoice(saving("p1").build()));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("CONFLICT");
        assertThat(workshop.asked).isEmpty();

        var _ = delete(client, "v7");
        assertThat(client.saveVoice(saving("p1").build()).getVoice().getId()).isEqualTo("p1");
    }

    @Test
    void ofThoseWhoSaveAPreviewAtOnceOneAsksTheProvider() {
        stored("p1", Stage.PREVIEW);

        var race = Race.of(8, () -> client.saveVoice(saving("p1").build()));

        assertThat(workshop.asked).hasSize(1);
        assertThat(race.accepted())
                .isNotEmpty()
                .extracting(saved -> saved.getVoice().getId())
                .containsOnly("p1");
        assertThat(race.refused()).extracting(RefusedCall::reason).allMatch("REQUEST_IN_PROGRESS"::equals);
        assertThat(world.store.createdVoices().list(ACCOUNT)).hasSize(1);
    }

    @Test
    void whoSavesWhatIsBeingSavedIsToldToTryAgainSoon() {
        stored("p1", Stage.PREVIEW);
        workshop.meanwhile = () -> {
            var refused = RefusedCall.by(() -> client.saveVoice(saving("p1").build()));
            assertThat(refused.code()).isEqualTo(Code.ABORTED);
            assertThat(refused.reason()).isEqualTo("REQUEST_IN_PROGRESS");
            assertThat(refused.trailer("retry-after")).isEqualTo("2");
        };

        assertThat(client.saveVoice(saving("p1").build()).getVoice().getId()).isEqualTo("p1");
    }

    @Test
    void aVoiceDeletedWhileItIsEditedStaysDeleted() {
        stored("v1", Stage.CLONED);
        workshop.meanwhile = () -> {
            workshop.meanwhile = () -> {};
            delete(client, "v1");
        };

        assertNotFound(() -> client.editVoice(editing().setName("Captain").build()));

        assertThat(stage("v1")).isEqualTo(Stage.DELETED);
        assertThat(own(KEY)).isEmpty();
    }

    @Test
    void whatTheProviderWillNotDoIsTold() {
        stored("p1", Stage.PREVIEW);
        stored("v1", Stage.CLONED);
        workshop.broken = new Failure.Rejected("no");

        for (var call : everyCall()) {
            var refused = RefusedCall.by(call);
            assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(refused.reason()).isEqualTo("UPSTREAM_REJECTED");
        }
        assertNothingChanged();
    }

    @Test
    void whatTheProviderCannotDoNowIsTold() {
        stored("p1", Stage.PREVIEW);
        stored("v1", Stage.CLONED);
        workshop.broken = Failure.Unavailable.notRendered("down");

        for (var call : everyCall()) {
            var refused = RefusedCall.by(call);
            assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(refused.reason()).isEqualTo("UPSTREAM_ERROR");
        }
        assertNothingChanged();
    }

    @Test
    void allOfItIsFreeAndCounted() {
        stored("v1", Stage.CLONED);
        for (int i = 0; i < GrpcWorld.FREE_CALLS; i++) {
            var _ = client.editVoice(editing().setName("Captain " + i).build());
        }

        for (var call : everyCall()) {
            var refused = RefusedCall.by(call);
            assertThat(refused.reason()).isEqualTo("RATE_LIMIT_EXCEEDED");
            assertThat(refused.trailer("retry-after")).isNotEmpty();
        }
        assertNotFound(() -> delete(other, "v1"));
        assertThat(world.balance().spent()).isEqualTo(Credits.NONE);
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    /** What they made must not become nobody's. */
    @Test
    void aVoiceIsSavedWhoeverHasLeft() throws InterruptedException {
        stored("p1", Stage.PREVIEW);
        var gone = new CountDownLatch(1);
        workshop.meanwhile = () -> awaiting(gone);
        var refused = RefusedCall.by(() -> client.withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .saveVoice(saving("p1").build()));
        assertThat(refused.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(stage("p1")).isEqualTo(Stage.RESERVED);

        gone.countDown();
        while (stage("p1") == Stage.RESERVED) {
            Thread.onSpinWait();
        }

        assertThat(client.saveVoice(saving("p1").build()).getVoice().getId()).isEqualTo("p1");
        assertThat(workshop.asked).hasSize(1);
    }

    /** One call of the service. */
    @FunctionalInterface
    interface Call {
        Object by(VoiceServiceBlockingStub client);
    }

    private static Arguments save(String field, String message, SaveVoiceRequest.Builder request) {
        Call call = client -> client.saveVoice(request.build());
        return arguments(field, message, call);
    }

    private static Arguments edit(String field, String message, EditVoiceRequest.Builder request) {
        Call call = client -> client.editVoice(request.build());
        return arguments(field, message, call);
    }

    private List<ThrowingCallable> everyCall() {
        return List.of(
                () -> client.saveVoice(saving("p1").build()),
                () -> client.editVoice(editing().setName("Captain").build()),
                () -> delete(client, "v1"));
    }

    private void assertNothingChanged() {
        assertThat(stage("p1")).isEqualTo(Stage.PREVIEW);
        assertThat(own(KEY)).extracting(Voice::getName).containsExactly("Sailor");
    }

    private static void assertNotFound(ThrowingCallable call) {
        var refused = RefusedCall.by(call);
        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.reason()).isEqualTo("NOT_FOUND");
        assertThat(refused.message()).isEqualTo("A voice with this voice_id was not found.");
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private VoiceServiceBlockingStub client(String key) {
        return with(VoiceServiceGrpc.newBlockingStub(world.channel), "x-api-key", key);
    }

    private static SaveVoiceRequest.Builder saving(String preview) {
        return SaveVoiceRequest.newBuilder()
                .setGeneratedVoiceId(preview)
                .setName("Captain")
                .setDescription("hoarse and friendly");
    }

    private static EditVoiceRequest.Builder editing() {
        return EditVoiceRequest.newBuilder().setVoiceId("v1");
    }

    private static VoiceLabels labels(Map<String, String> values) {
        return VoiceLabels.newBuilder().putAllValues(values).build();
    }

    private static DeleteVoiceResponse delete(VoiceServiceBlockingStub client, String id) {
        return client.deleteVoice(DeleteVoiceRequest.newBuilder().setVoiceId(id).build());
    }

    private List<Voice> own(String key) {
        return with(CatalogServiceGrpc.newBlockingStub(world.channel), "x-api-key", key)
                .listVoices(ListVoicesRequest.getDefaultInstance())
                .getVoicesList()
                .stream()
                .filter(Voice::getOwn)
                .toList();
    }

    private void stored(String id, Stage stage) {
        world.store.createdVoices().add(new CreatedVoice("studio", id, ACCOUNT, new UUID(0, 1), stage, SAILOR, NOW));
    }

    private Stage stage(String id) {
        return world.store.createdVoices().find("studio", id).orElseThrow().stage();
    }
}
