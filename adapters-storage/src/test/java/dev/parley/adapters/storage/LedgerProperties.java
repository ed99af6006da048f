package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Entry.Purse;
import dev.parley.domain.ledger.Hold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Conservation: whatever is done to an account, its credits add up, and to the same sums as its entries. */
public abstract class LedgerProperties {

    /** What a caller may try, sensible or not. */
    public enum Act {
        GRANT,
        WITHDRAW,
        HOLD,
        CAPTURE,
        RELEASE,
        EXPIRE,
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
            granted += attempt(stores, account, move, holds);

            var balance = stores.ledger().balance(account);
            assertThat(balance.granted().micros()).isEqualTo(granted);
        }
        assertThat(stores.ledger().balance(account))
                .isEqualTo(sums(stores.ledger().entries(account, null, Integer.MAX_VALUE)));
    }

    /** @return by how many micro-credits the account is richer, all purses taken together */
    private static long attempt(Stores stores, String account, Move move, List<Hold> holds) {
        var amount = new Credits(move.micros());
        try {
            switch (move.act()) {
                case GRANT -> {
                    stores.ledger().grant(account, amount, "gift", NOON);
                    return move.micros();
                }
                case WITHDRAW -> {
                    return stores.ledger().withdraw(account, amount, "moved away", NOON) ? -move.micros() : 0;
                }
                case HOLD -> hold(stores, account, amount, holds);
                case CAPTURE -> stores.ledger().capture(meant(account, move, holds), amount, NOON);
                case RELEASE -> stores.ledger().release(meant(account, move, holds), NOON);
                case EXPIRE -> stores.ledger().expire(meant(account, move, holds), NOON);
                case HOLD_AND_FAIL ->
                    stores.transactions().run(() -> {
                        hold(stores, account, amount, new ArrayList<>());
                        throw new IllegalStateException("the task could not be stored");
                    });
            }
        } catch (IllegalStateException refused) {
            assertThat(move.act()).isNotIn(Act.GRANT, Act.WITHDRAW, Act.HOLD);
        }
        return 0;
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
        var sums = new EnumMap<Purse, Long>(Purse.class);
        for (var entry : entries) {
            sums.merge(entry.kind().from(), -entry.amount().micros(), Long::sum);
            sums.merge(entry.kind().to(), entry.amount().micros(), Long::sum);
        }
        return new Balance(sum(sums, Purse.AVAILABLE), sum(sums, Purse.HELD), sum(sums, Purse.SPENT));
    }

    private static Credits sum(Map<Purse, Long> sums, Purse purse) {
        return new Credits(sums.getOrDefault(purse, 0L));
    }
}
