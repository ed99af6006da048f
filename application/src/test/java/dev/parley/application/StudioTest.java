package dev.parley.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.submit.Order;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.music.Score.Planned;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.ports.audio.Recordings.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not spoken, from the order to the books. Here every byte is a second. */
@Timeout(20)
class StudioTest {

    private final Studio studio = new Studio("studio");
    private final Studio sandbox = new Studio("sandbox");
    private final World world = new World(studio, sandbox);
    private final Caller tester = new Caller("acc_1", "key_test", world.caller.limits(), true);
    private final ReceiveUploads uploads = new ReceiveUploads(
            world.store.uploads(),
            content -> Optional.of(new Recording("audio/wav", Duration.ofMillis(content.size() * 1000 - 500))),
            world.store.tasks(),
            world.limits);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"20, 5, 10, 2.5", "5, 5, 2.5, 2.5", "5, 9, 2.5, 2.5"})
    void musicHoldsTheLongestAndChargesWhatWasMade(int asked, int made, String held, String charged) {
        studio.seconds = made;
        var stream = world.stream.open(world.caller, music(asked), null);

        assertThat(balance().held()).isEqualTo(Credits.parse(held));
        while (stream.next() != null) {
            // As it comes.
        }
        stream.close();

        assertThat(balance().spent()).isEqualTo(Credits.parse(charged));
        assertThat(balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void whoLeavesMusicPaysForWhatWasMade() {
        var stream = world.stream.open(world.caller, music(20), null);
        var _ = stream.next();
        var _ = stream.next();
        stream.close();

        assertThat(balance().spent()).isEqualTo(Credits.parse("1"));
    }

    @Test
    void whoHearsNothingOfMusicPaysNothing() {
        world.stream.open(world.caller, music(20), null).close();

        assertThat(balance().spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void theSongIsKnownWithTheTask() {
        assertThat(finished(music(5)).state())
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(completed.details()).hasFieldOrPropertyWithValue("title", "A song"));
    }

    @Test
    void aPlanTakesPartsOfOnesOwnSongByTheProvidersId() {
        var kept = finished(music(5));

        var _ = finished(taking(kept.id().toString()));

        var score = ((MusicRequest) studio.asked.getLast()).score();
        assertThat(((Planned) score).plan().songs()).containsExactly(Studio.SONG_ID);
    }

    @Test
    void somebodyElsesSongIsNoSong() {
        var kept = finished(music(5));
        var other = new Caller("acc_2", "key_2");

        assertThatThrownBy(() -> world.prepare.prepare(other, taking(kept.id().toString())))
                .hasMessageContaining("names no song of yours");
        assertThatThrownBy(() -> world.prepare.prepare(world.caller, taking("x")))
                .hasMessageContaining("names no song of yours");
    }

    @Test
    void aModelWithoutAPriceIsAskedNothing() throws IOException {
        assertThat(world.catalog.unpriced()).containsExactly("stem_separation_v1", "studio-stems");
        var draft = new StemsDraft(upload("xxxx"), StemVariation.SIX);

        assertThatThrownBy(() -> world.prepare.prepare(world.caller, order("stem_separation_v1", draft)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ModelNotFound.class))
                .hasMessageContaining("'tariff.stem_separation_v1.per_1000'");
        assertThat(studio.begun).hasValue(0);
    }

    @Test
    void whoOnlyTriesIsServedByTheSandboxForNothing() {
        var stream = world.stream.open(tester, music(20), null);
        while (stream.next() != null) {
            // As it comes.
        }
        stream.close();

        assertThat(sandbox.begun).hasValue(1);
        assertThat(studio.begun).hasValue(0);
        assertThat(stream.task().provider()).isEqualTo("sandbox");
        assertThat(balance().spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void theSandboxServesNobodyWhoMeansIt() {
        assertThat(world.catalog.models(world.caller))
                .allSatisfy(model -> assertThat(model.candidates())
                        .noneMatch(candidate -> candidate.provider().equals("sandbox")));
        assertThatThrownBy(() -> world.catalog.model(world.caller, "sandbox-music"))
                .isInstanceOf(Refused.class);
        assertThat(world.catalog.models(tester))
                .allSatisfy(model -> assertThat(model.provider()).isEqualTo("sandbox"));
    }

    @Test
    void aRecordingIsPricedByTheSecondsThatHaveBegunAndGoesWithItsTask() throws IOException {
        var task = finished(order("scribe_v1", new TranscriptionDraft(upload("xxxx"), TranscriptionSettings.DEFAULT)));

        assertThat(task.quote().units()).isEqualTo(4);
        assertThat(task.output().format()).isEqualTo(FileType.JSON);
        assertThat(balance().spent()).isEqualTo(Credits.ofWhole(4));
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("uploads").isEmpty();
    }

    @Test
    void whatNoTaskOwnsIsDeletedAtOnce() throws IOException {
        try (var batch = uploads.begin()) {
            batch.receive("file", new ByteArrayInputStream(new byte[4]), 4, null);
            assertThat(world.store.uploads().olderThan(Instant.MAX)).hasSize(1);
        }
        assertThat(world.store.uploads().olderThan(Instant.MAX)).isEmpty();
    }

    @Test
    void anUploadHasABound() throws IOException {
        try (var batch = uploads.begin()) {
            assertThatThrownBy(() -> batch.receive("file", new ByteArrayInputStream(new byte[5]), 4, null))
                    .hasMessageContaining("larger than 4 bytes");
            assertThatThrownBy(() -> batch.receive("file", new ByteArrayInputStream(new byte[0]), 4, null))
                    .hasMessageContaining("is empty");
        }
    }

    @Test
    void bareSamplesAreMeasuredByTheirRate() throws IOException {
        try (var batch = uploads.begin()) {
            var samples = new ByteArrayInputStream(new byte[48_000]);
            var upload = batch.receive("file", samples, 48_000, ReceiveUploads.PCM_16000);

            assertThat(upload.length()).hasMillis(1500);
        }
    }

    @Test
    void whatADeadProcessLeftIsSweptWhenItsTaskHasEnded() throws IOException {
        var waiting = world.submit.submit(
                world.caller,
                order("scribe_v1", new TranscriptionDraft(upload("xxxx"), TranscriptionSettings.DEFAULT)));
        world.now = world.now.plusSeconds(120);
        world.housekeeping.sweep();
        assertThat(world.store.uploads().olderThan(Instant.MAX)).as("needed").containsExactly(waiting.id());

        var upload = upload("yyyy");
        world.now = world.now.plus(Duration.ofHours(7));
        world.housekeeping.sweep();
        assertThat(world.store.uploads().olderThan(Instant.MAX))
                .doesNotContain(upload.task())
                .contains(waiting.id());
    }

    @Test
    void plansCostNothing() {
        var prepared = world.prepare.prepare(world.caller, order("music_v1", new PlanDraft("a waltz", null, null)));

        assertThat(prepared.quote().price()).isEqualTo(Credits.NONE);
    }

    @Test
    void aModelIsAskedOnlyForWhatItIsMadeFor() {
        var dialogue = new DialogueDraft(List.of(new DraftTurn("Hello", null)), null, null);

        assertThatThrownBy(() -> world.prepare.prepare(world.caller, order("music_v1", dialogue)))
                .hasMessage("must be one for dialogue: 'music_v1' is for music and music_plan.");
        assertThatThrownBy(() ->
                        world.prepare.prepare(world.caller, order("eleven_v3", new PlanDraft("a waltz", null, null))))
                .hasMessage("must be one for music_plan: 'eleven_v3' is for dialogue and speech.");
    }

    private Balance balance() {
        return world.store.ledger().balance(world.caller.account());
    }

    private Task finished(Order order) {
        var stream = world.stream.open(world.caller, order, null);
        while (stream.next() != null) {
            // As it comes.
        }
        stream.close();
        return stream.task();
    }

    private static Order music(int seconds) {
        var options = new MusicOptions(null, false, null, true, false, null, false);
        return streamed("music_v1", new MusicDraft("a waltz", null, Duration.ofSeconds(seconds), options));
    }

    private static Order taking(String song) {
        var range = new TimeRange(Duration.ZERO, Duration.ofSeconds(3));
        var section = new Section(
                "Verse",
                List.of(),
                List.of(),
                Duration.ofSeconds(3),
                List.of(),
                new SectionSource(song, range, List.of()));
        var plan = new Sections(List.of(), List.of(), List.of(section));
        return streamed("music_v1", new MusicDraft(null, plan, null, MusicOptions.NONE));
    }

    private static Order streamed(String model, Draft draft) {
        return new Order(model, draft, RenderOptions.NONE, new Delivery(true, false), null, null);
    }

    private static Order order(String model, Draft draft) {
        return new Order(model, draft, null, null);
    }

    /** Not closed: as if its task were stored a moment later. */
    private Upload upload(String content) throws IOException {
        var batch = uploads.begin();
        return batch.receive("file", new ByteArrayInputStream(content.getBytes(UTF_8)), 100, null);
    }
}
