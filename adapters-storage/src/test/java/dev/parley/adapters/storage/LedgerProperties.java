package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Conservation: whatever is done to an account, its credits add up, and to the same sums as its entries. */
public abstract class LedgerProperties {

    /** What a caller may try, sensible or not. */
    public enum Act {
        GRANT,
        HOLD,
        CAPTURE,
        RELEASE,
        HOLD_AND_FAIL
    }

    /**
     * @param hold which of the holds made so far is meant
     */
    public record Move(Act act, long micros, int hold) {}

    /** Whose other accounts do not matter. */
    protected abstract Stores stores();

    protected final void creditsAreConserved(List<Move> moves) {
        var stores = stores();
        String account = "acc_" + UUID.randomUUID();
        List<Hold> holds = new ArrayList<>();
        long granted = 0;
        for (var move : moves) {
            granted += move.act() == Act.GRANT ? move.micros() : 0;
            attempt(stores, account, move, holds);

            var balance = stores.ledger().balance(account);
            assertThat(balance.granted().micros()).isEqualTo(granted);
        }
        assertThat(stores.ledger().balance(account))
                .isEqualTo(sums(stores.ledger().entries(account)));
    }

    private static void attempt(Stores stores, String account, Move move, List<Hold> holds) {
        var amount = new Credits(move.micros());
        try {
            switch (move.act()) {
                case GRANT -> stores.ledger().grant(account, amount, "gift", NOON);
                case HOLD -> hold(stores, account, amount, holds);
                case CAPTURE -> stores.ledger().capture(meant(account, move, holds), amount, NOON);
                case RELEASE -> stores.ledger().release(meant(account, move, holds), NOON);
                case HOLD_AND_FAIL ->
                    stores.transactions().run(() -> {
                        hold(stores, account, amount, new ArrayList<>());
                        throw new IllegalStateException("the task could not be stored");
                    });
            }
        } catch (IllegalStateException refused) {
            assertThat(move.act()).isNotIn(Act.GRANT, Act.HOLD);
        }
    }

    private static void hold(Stores stores, String account, Credits amount, List<Hold> holds) {
        var hold = new Hold("hld_" + UUID.randomUUID(), account, amount);
        if (stores.ledger().hold(hold, NOON)) {
            holds.add(hold);
        }
    }

    private static Hold meant(String account, Move move, List<Hold> holds) {
        return holds.isEmpty() ? new Hold("hld_none", account, Credits.NONE) : holds.get(move.hold() % holds.size());
    }

    private static Balance sums(List<Entry> entries) {
        long available = 0;
        long held = 0;
        long spent = 0;
        for (var entry : entries) {
            long micros = entry.amount().micros();
            switch (entry.kind()) {
                case GRANT -> available += micros;
                case HOLD -> {
                    available -= micros;
                    held += micros;
                }
                case CAPTURE -> {
                    held -= micros;
                    spent += micros;
                }
                case RELEASE -> {
                    held -= micros;
                    available += micros;
                }
            }
        }
        return new Balance(new Credits(available), new Credits(held), new Credits(spent));
    }
}
