package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.application.access.FreeCalls;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.application.catalog.Voices;
import dev.parley.application.submit.Order;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.OwnVoices;
import dev.parley.application.voice.RunVoices;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Draft;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceDesignDraft;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose a voice is, from the order on. The atelier stands where the sandbox does, so that nothing has a price. */
@Timeout(20)
class OwnVoicesTest {

    private static final int FREE_CALLS = 20;
    private static final VoiceProfile ADA = new VoiceProfile("Ada", "calm", Map.of());

    private final Atelier atelier = new Atelier();
    private final World world = new World(new Studio("studio"), atelier);
    private final Caller maker = new Caller("acc_1", "key_1", KeyLimits.NONE, true);
    private final Caller other = new Caller("acc_2", "key_2", KeyLimits.NONE, true);
    private final OwnVoices own =
            new OwnVoices(world.providers, world.store.createdVoices(), new FreeCalls(FREE_CALLS, world.clock));
    private final RunVoices run =
            new RunVoices(own, world.store.createdVoices(), world.store.transactions(), Limits.DEFAULT, world.clock);
    private final HearPreview previews = new HearPreview(own, new StandardCodecs(), Limits.DEFAULT, world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCloneIsItsAccountsOnceItsTaskIsCompleted() {
        String voice = cloned(maker);

        assertThat(stored(voice).account()).isEqualTo("acc_1");
        assertThat(stored(voice).stage()).isEqualTo(Stage.CLONED);
        assertThat(world.store.createdVoices().list("acc_1")).hasSize(1);
    }

    @Test
    void aCloneThatFailsGivesItsSlotBack() {
        atelier.failing = true;
        assertThatThrownBy(() -> cloned(maker)).isInstanceOf(Refused.class);

        assertThat(world.store.createdVoices().list("acc_1")).isEmpty();
    }

    @Test
    void noCloneIsOrderedWithoutASlot() {
        for (int i = 0; i < Limits.DEFAULT.accountVoicesMax(); i++) {
            world.store.createdVoices().add(voice("v" + i, "acc_1"));
        }

        assertThatThrownBy(() -> cloned(maker))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Conflict.class));
        assertThat(atelier.voices).isEmpty();
        assertThat(world.store.tasks().list("acc_1", null, 9)).isEmpty();
    }

    @Test
    void nobodyElseListsAVoice() {
        String voice = cloned(maker);
        var voices = new Voices(world.providers, world.store.createdVoices());

        assertThat(voices.list(maker)).extracting(listed -> listed.voice().id()).containsExactly(voice);
        assertThat(voices.list(maker)).allMatch(Voices.Listed::own);
        assertThat(voices.list(other)).isEmpty();
    }

    @Test
    void aNameThatIsSomebodyElsesVoiceFindsTheNextOne() {
        var _ = cloned(maker);
        atelier.voices.add(new Voice("everybodys", "Ada", Set.of(), "calm"));

        assertThat(search(other).find(0, "Ada")).contains(new VoiceRef("sandbox", "everybodys"));
    }

    @Test
    void onesOwnVoiceComesBeforeOthersOfItsName() {
        atelier.voices.add(new Voice("everybodys", "Ada", Set.of(), "calm"));
        String voice = cloned(maker);

        assertThat(search(maker).find(0, "ADA")).contains(new VoiceRef("sandbox", voice));
    }

    @Test
    void nobodyElseSpeaksWithAVoiceByItsId() {
        String voice = cloned(maker);

        assertThat(search(maker).find(0, voice)).isPresent();
        assertThatThrownBy(() -> search(other).find(0, voice)).isInstanceOf(Refused.class);
    }

    @Test
    void aDeletedVoiceIsNobodyWhateverTheProviderLists() {
        String voice = cloned(maker);
        run.delete(maker, voice);

        assertThat(atelier.voices).isNotEmpty();
        assertThatThrownBy(() -> search(maker).find(0, voice)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run.delete(maker, voice)).isInstanceOf(Refused.class);
    }

    @Test
    void aPreviewIsNoVoiceUntilItIsSaved() {
        String preview = designed();
        assertThat(world.store.createdVoices().list("acc_1")).isEmpty();

        var saved = run.save(maker, preview, ADA);

        assertThat(search(maker).find(0, saved.id())).isPresent();
        assertThat(stored(preview).stage()).isEqualTo(Stage.PREVIEW);
    }

    @Test
    void aPreviewThatCannotBeSavedTakesNoSlot() {
        String preview = designed();
        atelier.failing = true;
        assertThatThrownBy(() -> run.save(maker, preview, ADA)).isInstanceOf(Refused.class);

        assertThat(world.store.createdVoices().list("acc_1")).isEmpty();
        assertThat(stored(preview).stage()).isEqualTo(Stage.PREVIEW);
    }

    @Test
    void ofThoseWhoSaveAPreviewAtOnceOneAsksTheProvider() {
        String preview = designed();
        atelier.meanwhile = () -> assertThatThrownBy(() -> run.save(maker, preview, ADA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.StillRunning.class));

        var saved = run.save(maker, preview, ADA);

        assertThat(atelier.voices).extracting(Voice::id).containsExactly(saved.id());
        assertThat(world.store.createdVoices().list("acc_1")).containsExactly(saved);
    }

    @Test
    void aPreviewWhoseSaverHasNotComeBackIsSavedByTheNext() {
        String preview = designed();
        var abandoned = stored(preview).reserved(world.now);
        assertThat(world.store.createdVoices().change(stored(preview), abandoned))
                .isTrue();
        assertThatThrownBy(() -> run.save(maker, preview, ADA)).hasMessageContaining("Try again soon");

        world.now = world.now.plus(Limits.DEFAULT.attemptTimeout()).plusMillis(1);

        assertThat(run.save(maker, preview, ADA).stage()).isEqualTo(Stage.DESIGNED);
    }

    @Test
    void nobodyElseHearsOrSavesAPreview() {
        String preview = designed();

        assertThat(previews.whole(maker, preview)).isNotEmpty();
        assertThatThrownBy(() -> previews.whole(other, preview)).hasMessageContaining("was not found");
        assertThatThrownBy(() -> run.save(other, preview, ADA)).hasMessageContaining("was not found");
    }

    @Test
    void whoMeansItHasNoVoicesOfTheSandbox() {
        String voice = cloned(maker);

        assertThatThrownBy(() -> run.delete(world.caller, voice)).hasMessageContaining("was not found");
    }

    @Test
    void whatIsNotEditedStays() {
        String voice = cloned(maker);
        run.edit(maker, voice, new RunVoices.Edit("Eve", null, null));

        assertThat(stored(voice).profile()).isEqualTo(new VoiceProfile("Eve", "calm", Map.of()));
    }

    @Test
    void aVoiceDeletedWhileItIsEditedStaysDeleted() {
        String voice = cloned(maker);
        atelier.meanwhile = () -> run.delete(maker, voice);

        assertThatThrownBy(() -> run.edit(maker, voice, new RunVoices.Edit("Eve", null, null)))
                .hasMessageContaining("was not found");
        assertThat(stored(voice).stage()).isEqualTo(Stage.DELETED);
        assertThat(world.store.createdVoices().list("acc_1")).isEmpty();
    }

    @Test
    void whatIsFreeIsCounted() {
        String preview = designed();
        for (int i = 0; i < FREE_CALLS; i++) {
            previews.whole(maker, preview);
        }

        assertThatThrownBy(() -> previews.whole(maker, preview))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TooMany.class));
    }

    private String designed() {
        hear(new Order(
                "eleven_ttv_v3",
                new VoiceDesignDraft(new VoiceDesign("An old sailor, hoarse and friendly", null)),
                null,
                null));
        return "preview-1";
    }

    private String cloned(Caller caller) {
        var sample = new Upload(UUID.randomUUID(), 0, "audio/wav", 9, Duration.ofSeconds(9), "0".repeat(64));
        Draft draft = new VoiceCloneDraft(ADA, List.of(sample), false);
        hear(caller, new Order("instant_voice_cloning_v1", draft, null, null));
        return atelier.voices.getLast().id();
    }

    private void hear(Order order) {
        hear(maker, order);
    }

    private void hear(Caller caller, Order order) {
        try (var stream = world.stream.open(caller, order, null)) {
            while (stream.next() != null) {
                // To its end.
            }
        }
    }

    private CreatedVoice stored(String id) {
        return world.store.createdVoices().find("sandbox", id).orElseThrow();
    }

    private VoiceSearch search(Caller caller) {
        return new VoiceSearch("sandbox", atelier, false, world.store.createdVoices(), caller.account());
    }

    private CreatedVoice voice(String id, String account) {
        return new CreatedVoice("sandbox", id, account, new UUID(0, 1), Stage.CLONED, ADA, world.now);
    }
}
