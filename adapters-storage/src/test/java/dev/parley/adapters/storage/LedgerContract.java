package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aHold;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Entry.Kind;
import dev.parley.domain.ledger.Hold;
import dev.parley.ports.store.Ledger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} keeps. */
public abstract class LedgerContract {
    private static final Hold HOLD = aHold("1", 60);

    private Ledger ledger;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void grantAHundred() {
        ledger = stores().ledger();
        ledger.grant(ACCOUNT, credits(100), "opening", NOON);
    }

    @Test
    void anAccountWithoutCreditsHasAnEmptyBalance() {
        assertThat(ledger.balance("acc_unknown")).isEqualTo(Balance.EMPTY);
    }

    @Test
    void grantsAddUp() {
        ledger.grant(ACCOUNT, credits(11), "more", NOON);

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(111, 0, 0));
    }

    @Test
    void aWithdrawalTakesBackWhatIsNotUsed() {
        assertThat(ledger.withdraw(ACCOUNT, credits(100), "moved away", NOON)).isTrue();

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(Balance.EMPTY);
        assertThat(ledger.entries(ACCOUNT, null, 100).getLast())
                .extracting(Entry::kind, Entry::amount, Entry::reference)
                .containsExactly(Kind.WITHDRAW, credits(100), "moved away");
    }

    @Test
    void heldCreditsAreNotWithdrawn() {
        ledger.hold(HOLD, NOON);

        assertThat(ledger.withdraw(ACCOUNT, credits(41), "moved away", NOON)).isFalse();

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(40, 60, 0));
        assertThat(ledger.entries(ACCOUNT, null, 100)).hasSize(2);
    }

    @Test
    void aHoldSetsCreditsAside() {
        assertThat(ledger.hold(HOLD, NOON)).isTrue();

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(40, 60, 0));
    }

    @Test
    void holdFailsWhenBalanceIsShortAndChangesNothing() {
        assertThat(ledger.hold(aHold("1", 101), NOON)).isFalse();

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(100, 0, 0));
        assertThat(ledger.entries(ACCOUNT, null, 100)).hasSize(1);
    }

    @Test
    void theLastCreditCanBeHeld() {
        assertThat(ledger.hold(aHold("1", 100), NOON)).isTrue();
        assertThat(ledger.hold(aHold("2", 1), NOON)).isFalse();
    }

    @Test
    void aHoldOfNothingNeedsNoCredits() {
        var free = new Hold("hld_free", "acc_poor", Credits.NONE);

        assertThat(ledger.hold(free, NOON)).isTrue();

        ledger.capture(free, Credits.NONE, NOON);
        assertThat(ledger.balance("acc_poor")).isEqualTo(Balance.EMPTY);
    }

    @Test
    void aHoldIsMadeOnce() {
        ledger.hold(aHold("1", 10), NOON);

        assertRefused(() -> ledger.hold(aHold("1", 10), NOON), RuntimeException.class);
    }

    @Test
    void captureTakesTheCostAndGivesBackTheRest() {
        ledger.hold(HOLD, NOON);

        ledger.capture(HOLD, credits(25), NOON);

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(75, 0, 25));
    }

    @Test
    void releaseGivesBackTheWholeHold() {
        ledger.hold(HOLD, NOON);

        ledger.release(HOLD, NOON);

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void expiryGivesBackTheWholeHoldAndSaysSo() {
        ledger.hold(HOLD, NOON);

        ledger.expire(HOLD, NOON);

        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(100, 0, 0));
        assertThat(ledger.entries(ACCOUNT, null, 100).getLast().kind()).isEqualTo(Kind.EXPIRE);
    }

    @Test
    void anExpiredHoldIsNotCaptured() {
        ledger.hold(HOLD, NOON);
        ledger.expire(HOLD, NOON);

        assertRefused(() -> ledger.capture(HOLD, credits(60), NOON));
    }

    @Test
    void captureOfMoreThanTheHoldIsRefused() {
        ledger.hold(HOLD, NOON);

        assertRefused(() -> ledger.capture(HOLD, credits(61), NOON));
    }

    @Test
    void aCapturedHoldIsNotCapturedAgain() {
        ledger.hold(HOLD, NOON);
        ledger.capture(HOLD, credits(60), NOON);

        assertRefused(() -> ledger.capture(HOLD, credits(1), NOON));
    }

    @Test
    void aCapturedHoldIsNotReleased() {
        ledger.hold(HOLD, NOON);
        ledger.capture(HOLD, credits(25), NOON);

        assertRefused(() -> ledger.release(HOLD, NOON));
    }

    @Test
    void aReleasedHoldIsNotCaptured() {
        ledger.hold(HOLD, NOON);
        ledger.release(HOLD, NOON);

        assertRefused(() -> ledger.capture(HOLD, credits(60), NOON));
    }

    @Test
    void anUnknownHoldIsNotSettled() {
        assertRefused(() -> ledger.release(HOLD, NOON));
    }

    @Test
    void aHoldOfAnotherAmountIsAnotherHold() {
        ledger.hold(HOLD, NOON);

        assertRefused(() -> ledger.capture(aHold("1", 59), credits(1), NOON));
    }

    @Test
    void aHoldOfAnotherAccountIsAnotherHold() {
        ledger.hold(HOLD, NOON);

        assertRefused(() -> ledger.release(new Hold(HOLD.id(), "acc_thief", HOLD.amount()), NOON));
    }

    @Test
    void aReasonThatReadsLikeAHoldIsNoHold() {
        ledger.grant(ACCOUNT, HOLD.amount(), HOLD.id(), NOON);

        assertRefused(() -> ledger.release(HOLD, NOON));
        assertThat(ledger.hold(HOLD, NOON)).isTrue();
    }

    @Test
    void moreCreditsThanCanBeCountedAreRefused() {
        assertRefused(() -> ledger.grant(ACCOUNT, credits(Long.MAX_VALUE), "windfall", NOON), RuntimeException.class);
    }

    @Test
    void entriesTellTheStoryOldestFirst() {
        ledger.hold(HOLD, NOON);
        ledger.capture(HOLD, credits(25), NOON.plusSeconds(1));

        assertThat(ledger.entries(ACCOUNT, null, 100))
                .extracting(Entry::kind, Entry::amount, Entry::reference, Entry::at)
                .containsExactly(
                        tuple(Kind.GRANT, credits(100), "opening", NOON),
                        tuple(Kind.HOLD, credits(60), "hld_1", NOON),
                        tuple(Kind.CAPTURE, credits(25), "hld_1", NOON.plusSeconds(1)),
                        tuple(Kind.RELEASE, credits(35), "hld_1", NOON.plusSeconds(1)));
    }

    @Test
    void entriesComeInPages() {
        for (int i = 0; i < 6; i++) {
            ledger.grant(ACCOUNT, credits(i), "gift", NOON);
        }
        var all = ledger.entries(ACCOUNT, null, 100);

        assertThat(ledger.entries(ACCOUNT, null, 3)).isEqualTo(all.subList(0, 3));
        assertThat(ledger.entries(ACCOUNT, all.get(2).id(), 3)).isEqualTo(all.subList(3, 6));
        assertThat(ledger.entries(ACCOUNT, all.getLast().id(), 3)).isEmpty();
    }

    @Test
    void aPageBeginsOnlyAfterAnEntryOfTheSameAccount() {
        ledger.grant("acc_2", credits(1), "gift", NOON);
        var foreign = ledger.entries("acc_2", null, 1).getFirst();

        assertThat(ledger.entries(ACCOUNT, foreign.id(), 10)).isEmpty();
        assertThat(ledger.entries(ACCOUNT, "ent_unknown", 10)).isEmpty();
    }

    @Test
    void entriesHaveIdsOfTheirOwn() {
        ledger.grant(ACCOUNT, credits(1), "more", NOON);

        assertThat(ledger.entries(ACCOUNT, null, 100))
                .extracting(Entry::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("ent_"));
    }

    @Test
    void accountsDoNotShareCredits() {
        ledger.hold(HOLD, NOON);

        assertThat(ledger.entries("acc_2", null, 10)).isEmpty();
        assertThat(ledger.hold(new Hold("hld_2", "acc_2", credits(1)), NOON)).isFalse();
    }

    @RepeatedTest(20)
    void ofSixtyFourThatRaceForTwentyHoldsExactlyTwentyWin() {
        long winners = Race.winners(64, i -> ledger.hold(aHold("race-" + i, 5), NOON));

        assertThat(winners).isEqualTo(20);
        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance(0, 100, 0));
    }

    @Test
    void aRaceToSettleOneHoldHasOneWinner() {
        ledger.hold(HOLD, NOON);

        assertThat(Race.winners(64, this::settles)).isEqualTo(1);

        assertThat(ledger.balance(ACCOUNT).held()).isEqualTo(Credits.NONE);
    }

    private boolean settles(int runner) {
        try {
            switch (runner % 3) {
                case 0 -> ledger.capture(HOLD, credits(25), NOON);
                case 1 -> ledger.release(HOLD, NOON);
                default -> ledger.expire(HOLD, NOON);
            }
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private void assertRefused(ThrowingCallable movement) {
        assertRefused(movement, IllegalStateException.class);
    }

    private void assertRefused(ThrowingCallable movement, Class<? extends RuntimeException> kind) {
        var balance = ledger.balance(ACCOUNT);
        var entries = ledger.entries(ACCOUNT, null, 100);
        assertThatThrownBy(movement).isInstanceOf(kind);
        assertThat(ledger.balance(ACCOUNT)).isEqualTo(balance);
        assertThat(ledger.entries(ACCOUNT, null, 100)).isEqualTo(entries);
    }

    private static Balance balance(long available, long held, long spent) {
        return new Balance(credits(available), credits(held), credits(spent));
    }
}
