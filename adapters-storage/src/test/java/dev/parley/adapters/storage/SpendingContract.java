package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.KEY;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Spending;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link Spending} keeps. */
public abstract class SpendingContract {
    private static final Instant LAST_MOMENT = Instant.parse("2028-02-29T23:59:59.999Z");
    private static final Instant NEXT_DAY = LAST_MOMENT.plusMillis(1);
    private static final long LIMIT = 100;

    private Stores stores;
    private Spending spending;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        spending = stores.spending();
    }

    @Test
    void nothingIsSpentAtFirst() {
        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(0, 0, 0));
    }

    @Test
    void amountsAddUpInEverySpan() {
        assertThat(spending.add(KEY, credits(3), LAST_MOMENT)).isEqualTo(sums(3, 3, 3));
        assertThat(spending.add(KEY, credits(4), LAST_MOMENT)).isEqualTo(sums(7, 7, 7));

        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(7, 7, 7));
    }

    @Test
    void anHourLaterTheHourIsNew() {
        spending.add(KEY, credits(3), LAST_MOMENT.minusSeconds(3600));

        assertThat(spending.add(KEY, credits(4), LAST_MOMENT)).isEqualTo(sums(4, 7, 7));
    }

    @Test
    void aMomentLaterTheDayIsNew() {
        spending.add(KEY, credits(3), LAST_MOMENT);

        assertThat(spending.add(KEY, credits(4), NEXT_DAY)).isEqualTo(sums(4, 4, 7));
    }

    @Test
    void anotherKeysSpendingIsItsOwn() {
        spending.add("key_2", credits(3), LAST_MOMENT);

        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(0, 0, 0));
    }

    @Test
    void whatIsGivenBackLeavesTheSpansItWasAddedTo() {
        spending.add(KEY, credits(3), LAST_MOMENT);
        spending.add(KEY, credits(4), NEXT_DAY);

        spending.giveBack(KEY, credits(2), LAST_MOMENT);

        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(1, 1, 5));
        assertThat(spending.spent(KEY, NEXT_DAY)).isEqualTo(sums(4, 4, 5));
    }

    @Test
    void forgottenSpansAreLeftOutAndTheTotalIsNeverForgotten() {
        spending.add(KEY, credits(3), LAST_MOMENT);

        spending.forgetBefore(NEXT_DAY);
        spending.giveBack(KEY, credits(2), LAST_MOMENT);

        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(0, 0, 1));
    }

    @Test
    void spansThatBeganAtTheLimitAreKept() {
        spending.add(KEY, credits(3), NEXT_DAY);

        spending.forgetBefore(NEXT_DAY);

        assertThat(spending.spent(KEY, NEXT_DAY)).isEqualTo(sums(3, 3, 3));
    }

    @Test
    void whatIsUndoneIsNotSpent() {
        assertThatThrownBy(() -> stores.transactions().run(() -> spend(LIMIT + 1)))
                .hasMessage("over the limit");

        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(0, 0, 0));
    }

    @RepeatedTest(20)
    void aRaceNeverSpendsMoreThanTheLimit() {
        long winners = Race.winners(64, i -> spendsWithinTheLimit(7));

        assertThat(winners).isEqualTo(LIMIT / 7);
        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(98, 98, 98));
    }

    @Test
    void aRaceOfSpendingAndGivingBackEndsWhereItBegan() {
        spending.add(KEY, credits(9), LAST_MOMENT);

        long runners = Race.winners(64, i -> spendsAndGivesBack(i % 2 == 0 ? LAST_MOMENT : NEXT_DAY));

        assertThat(runners).isEqualTo(64);
        assertThat(spending.spent(KEY, LAST_MOMENT)).isEqualTo(sums(9, 9, 9));
        assertThat(spending.spent(KEY, NEXT_DAY)).isEqualTo(sums(0, 0, 9));
    }

    private boolean spendsAndGivesBack(Instant at) {
        spending.add(KEY, credits(5), at);
        spending.giveBack(KEY, credits(5), at);
        return true;
    }

    private boolean spendsWithinTheLimit(long micros) {
        try {
            return stores.transactions().run(() -> spend(micros));
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessage("over the limit");
            return false;
        }
    }

    private boolean spend(long micros) {
        var sums = spending.add(KEY, credits(micros), LAST_MOMENT);
        if (sums.values().stream().anyMatch(sum -> sum.micros() > LIMIT)) {
            throw new IllegalStateException("over the limit");
        }
        return true;
    }

    private static Map<SpendSpan, Credits> sums(long hour, long day, long total) {
        return Map.of(SpendSpan.HOUR, credits(hour), SpendSpan.DAY, credits(day), SpendSpan.TOTAL, credits(total));
    }
}
