package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.CreatedVoices.Reservation;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link CreatedVoices} keeps. */
public abstract class CreatedVoicesContract {
    private static final String OTHER = "acc_other";

    private Stores stores;
    private CreatedVoices voices;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        stores.accounts().add(anAccount(ACCOUNT));
        stores.accounts().add(anAccount(OTHER));
        voices = stores.createdVoices();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aVoiceIsFoundAsItWasAdded(Stage stage) {
        var added = added("v1", ACCOUNT, stage);

        assertThat(voices.find("acme", "v1")).contains(added);
        assertThat(voices.find("other", "v1")).isEmpty();
        assertThat(voices.find("acme", "v2")).isEmpty();
    }

    /** Callers choose what is looked for; PostgreSQL keeps no such text. */
    @Test
    void whatNoTextCanBeIsNotFound() {
        assertThat(voices.find("acme", "v1\u0000")).isEmpty();
    }

    @Test
    void whoWasFirstKeepsAnId() {
        var first = added("v1", ACCOUNT, Stage.CLONED);
        added("v1", OTHER, Stage.PREVIEW);

        assertThat(voices.find("acme", "v1")).contains(first);
    }

    @Test
    void anAccountListsWhatTakesASlotOldestFirst() {
        var later = voice("v1", ACCOUNT, Stage.CLONED);
        voices.add(new CreatedVoice("acme", "v0", ACCOUNT, later.task(), Stage.DESIGNED, later.profile(), NOON));
        voices.add(new CreatedVoice(
                "acme", "v1", ACCOUNT, later.task(), Stage.CLONED, later.profile(), NOON.plusSeconds(1)));
        added("v2", ACCOUNT, Stage.PREVIEW);
        added("v3", ACCOUNT, Stage.DELETED);
        added("v4", OTHER, Stage.CLONED);

        assertThat(voices.list(ACCOUNT)).extracting(CreatedVoice::id).containsExactly("v0", "v1");
    }

    @Test
    void whatOthersHaveMadeAndWhatWasDeletedIsHidden() {
        added("mine", ACCOUNT, Stage.CLONED);
        added("gone", ACCOUNT, Stage.DELETED);
        added("theirs", OTHER, Stage.DESIGNED);
        added("their preview", OTHER, Stage.PREVIEW);

        assertThat(voices.hidden("acme", ACCOUNT)).containsExactlyInAnyOrder("gone", "theirs");
        assertThat(voices.hidden("acme", OTHER)).containsExactlyInAnyOrder("gone", "mine");
        assertThat(voices.hidden("other", ACCOUNT)).isEmpty();
    }

    @Test
    void stageProfileAndInstantAreChanged() {
        var before = added("v1", ACCOUNT, Stage.CLONED);
        var profile = new VoiceProfile("B", "", Map.of("a", "b"));
        var changed =
                new CreatedVoice("acme", "v1", ACCOUNT, before.task(), Stage.DELETED, profile, NOON.plusSeconds(1));

        assertThat(voices.change(before, changed)).isTrue();
        assertThat(voices.find("acme", "v1")).contains(changed);
    }

    @Test
    void whatOthersHaveMovedOnIsNotChanged() {
        var read = added("v1", ACCOUNT, Stage.CLONED);
        var deleted = read.in(Stage.DELETED);
        assertThat(voices.change(read, deleted)).isTrue();

        assertThat(voices.change(read, read.with(new VoiceProfile("B", "", Map.of()))))
                .isFalse();
        assertThat(voices.find("acme", "v1")).contains(deleted);
    }

    @Test
    void whatIsOfAnotherInstantIsNotChanged() {
        var stored = added("v1", ACCOUNT, Stage.RESERVED);
        var earlier = new CreatedVoice(
                "acme", "v1", ACCOUNT, stored.task(), Stage.RESERVED, stored.profile(), NOON.minusMillis(1));

        assertThat(voices.change(earlier, earlier.in(Stage.PREVIEW))).isFalse();
        assertThat(voices.find("acme", "v1")).contains(stored);
    }

    @Test
    void ofThoseWhoMoveAVoiceOnAtOnceOneDoes() {
        var read = added("v1", ACCOUNT, Stage.CLONED);

        assertThat(Race.winners(8, _ -> voices.change(read, read.in(Stage.DELETED))))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotStoredIsNotChanged() {
        var voice = voice("v1", ACCOUNT, Stage.CLONED);

        assertThat(voices.change(voice, voice)).isFalse();
        assertThat(voices.find("acme", "v1")).isEmpty();
    }

    @Test
    void nobodyChangesAnothersVoice() {
        var mine = added("v1", ACCOUNT, Stage.CLONED);
        var theirs = voice("v1", OTHER, Stage.CLONED);

        assertThat(voices.change(theirs, theirs.in(Stage.DELETED))).isFalse();
        assertThat(voices.find("acme", "v1")).contains(mine);
    }

    @Test
    void noMoreIsReservedThanThereAreSlots() {
        added("v1", ACCOUNT, Stage.CLONED);
        added("v2", ACCOUNT, Stage.PREVIEW);

        assertThat(reserve(voice("v3", ACCOUNT, Stage.RESERVED), 1)).isEqualTo(Reservation.FULL);
        assertThat(voices.find("acme", "v3")).isEmpty();
        assertThat(reserve(voice("v3", ACCOUNT, Stage.RESERVED), 2)).isEqualTo(Reservation.RESERVED);
        assertThat(voices.find("acme", "v3")).contains(voice("v3", ACCOUNT, Stage.RESERVED));
    }

    @Test
    void aPreviewIsReservedInItsPlaceAndOnce() {
        var reserved = added("v1", ACCOUNT, Stage.PREVIEW).reserved(NOON.plusSeconds(1));

        assertThat(reserve(reserved, 9)).isEqualTo(Reservation.RESERVED);
        assertThat(reserve(reserved, 9)).isEqualTo(Reservation.TAKEN);
        assertThat(voices.find("acme", "v1")).contains(reserved);
    }

    @Test
    void whatWasGivenUpIsReservedAgain() {
        var given = added("v1", ACCOUNT, Stage.RESERVED);
        var again = given.reserved(NOON.plusSeconds(1));

        assertThat(voices.reserve(again, 1, NOON)).isEqualTo(Reservation.TAKEN);
        assertThat(voices.reserve(again, 1, NOON.plusMillis(1))).isEqualTo(Reservation.RESERVED);
        assertThat(voices.change(given, given.in(Stage.DESIGNED))).isFalse();
        assertThat(voices.find("acme", "v1")).contains(again);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"DESIGNED", "CLONED", "DELETED"})
    void whatIsAVoiceOrWasOneIsNotReserved(Stage stage) {
        var stored = added("v1", ACCOUNT, stage);

        assertThat(voices.reserve(stored.reserved(NOON), 9, NOON.plusSeconds(1)))
                .isEqualTo(Reservation.TAKEN);
        assertThat(voices.find("acme", "v1")).contains(stored);
    }

    @Test
    void nobodyReservesAnothersVoice() {
        var mine = added("v1", ACCOUNT, Stage.PREVIEW);

        assertThat(reserve(voice("v1", OTHER, Stage.RESERVED), 9)).isEqualTo(Reservation.TAKEN);
        assertThat(voices.find("acme", "v1")).contains(mine);
    }

    @Test
    void whoComesAtOnceSharesTheSlots() {
        long winners =
                Race.winners(8, i -> reserve(voice("v" + i, ACCOUNT, Stage.RESERVED), 3) == Reservation.RESERVED);

        assertThat(winners).isEqualTo(3);
        assertThat(voices.list(ACCOUNT)).hasSize(3);
    }

    @Test
    void ofThoseWhoReserveAPreviewAtOnceOneDoes() {
        var preview = added("v1", ACCOUNT, Stage.PREVIEW);

        assertThat(Race.winners(6, _ -> reserve(preview.reserved(NOON), 9) == Reservation.RESERVED))
                .isEqualTo(1);
    }

    @Test
    void whatIsRemovedIsGone() {
        added("v1", ACCOUNT, Stage.RESERVED);
        voices.remove("acme", "v1");

        assertThat(voices.find("acme", "v1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void onlyPreviewsAndDeletedVoicesAreForgotten(Stage stage) {
        var old = added("v1", ACCOUNT, stage);
        voices.forgetBefore(NOON);
        assertThat(voices.find("acme", "v1")).contains(old);

        voices.forgetBefore(NOON.plusMillis(1));
        assertThat(voices.find("acme", "v1").isEmpty()).isEqualTo(stage == Stage.PREVIEW || stage == Stage.DELETED);
    }

    @Test
    void aVoiceIsStoredWithTheTransactionAroundIt() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    added("v1", ACCOUNT, Stage.CLONED);
                    throw new IllegalStateException("no");
                }))
                .hasMessageContaining("no");

        assertThat(voices.find("acme", "v1")).isEmpty();
    }

    private Reservation reserve(CreatedVoice voice, int max) {
        return voices.reserve(voice, max, NOON);
    }

    private CreatedVoice added(String id, String account, Stage stage) {
        var voice = voice(id, account, stage);
        voices.add(voice);
        return voice;
    }

    private static CreatedVoice voice(String id, String account, Stage stage) {
        var profile = new VoiceProfile("Ada", "calm", Map.of("accent", "\"british\"", "age", "old"));
        return new CreatedVoice("acme", id, account, new UUID(1, 2), stage, profile, NOON);
    }
}
