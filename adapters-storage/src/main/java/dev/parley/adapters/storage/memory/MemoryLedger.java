package dev.parley.adapters.storage.memory;

import dev.parley.domain.id.OrderedId;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Entry.Kind;
import dev.parley.domain.ledger.Hold;
import dev.parley.ports.store.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Balances, holds and entries, changed together or not at all. */
final class MemoryLedger implements Ledger {
    private final Map<String, Balance> balances = new HashMap<>();
    private final Map<String, Standing> holds = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final MemoryTransactions transactions;

    private record Standing(Hold hold, boolean settled) {}

    MemoryLedger(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Balance balance(String account) {
        return transactions.run(() -> balances.getOrDefault(account, Balance.EMPTY));
    }

    @Override
    public void grant(String account, Credits amount, String reason, Instant at) {
        transactions.change(() -> {
            var now = balance(account);
            store(account, new Balance(now.available().plus(amount), now.held(), now.spent()));
            note(account, Kind.GRANT, amount, reason, at);
        });
    }

    @Override
    public boolean withdraw(String account, Credits amount, String reason, Instant at) {
        return transactions.run(() -> {
            var now = balance(account);
            boolean covered = now.available().compareTo(amount) >= 0;
            if (covered) {
                store(account, new Balance(now.available().minus(amount), now.held(), now.spent()));
                note(account, Kind.WITHDRAW, amount, reason, at);
            }
            return covered;
        });
    }

    @Override
    public boolean hold(Hold hold, Instant at) {
        return transactions.run(() -> {
            var now = balance(hold.account());
            if (now.available().compareTo(hold.amount()) < 0) {
                return false;
            }
            if (holds.containsKey(hold.id())) {
                throw new IllegalStateException("hold " + hold.id() + " was made already");
            }
            transactions.put(holds, hold.id(), new Standing(hold, false));
            store(
                    hold.account(),
                    new Balance(now.available().minus(hold.amount()), now.held().plus(hold.amount()), now.spent()));
            note(hold.account(), Kind.HOLD, hold.amount(), hold.id(), at);
            return true;
        });
    }

    @Override
    public void capture(Hold hold, Credits cost, Instant at) {
        if (cost.compareTo(hold.amount()) > 0) {
            throw new IllegalStateException("hold " + hold.id() + " of " + hold.amount() + " cannot pay " + cost);
        }
        transactions.change(() -> {
            var rest = hold.amount().minus(cost);
            settle(hold, cost, rest);
            note(hold.account(), Kind.CAPTURE, cost, hold.id(), at);
            if (!rest.equals(Credits.NONE)) {
                note(hold.account(), Kind.RELEASE, rest, hold.id(), at);
            }
        });
    }

    @Override
    public void release(Hold hold, Instant at) {
        giveBack(hold, Kind.RELEASE, at);
    }

    @Override
    public void expire(Hold hold, Instant at) {
        giveBack(hold, Kind.EXPIRE, at);
    }

    @Override
    public List<Entry> entries(String account, @Nullable String after, int max) {
        return transactions.run(() -> {
            var all = entries.stream().filter(entry -> entry.account().equals(account));
            var page = after == null
                    ? all
                    : all.dropWhile(entry -> !entry.id().equals(after)).skip(1);
            return page.limit(max).toList();
        });
    }

    private void giveBack(Hold hold, Kind kind, Instant at) {
        transactions.change(() -> {
            settle(hold, Credits.NONE, hold.amount());
            note(hold.account(), kind, hold.amount(), hold.id(), at);
        });
    }

    private void settle(Hold hold, Credits cost, Credits rest) {
        if (!new Standing(hold, false).equals(holds.get(hold.id()))) {
            throw new IllegalStateException("hold " + hold.id() + " is unknown or settled already");
        }
        transactions.put(holds, hold.id(), new Standing(hold, true));
        var now = balance(hold.account());
        store(
                hold.account(),
                new Balance(
                        now.available().plus(rest),
                        now.held().minus(hold.amount()),
                        now.spent().plus(cost)));
    }

    private void store(String account, Balance balance) {
        transactions.put(balances, account, balance);
    }

    private void note(String account, Kind kind, Credits amount, String reference, Instant at) {
        transactions.append(entries, new Entry("ent_" + OrderedId.at(at), account, kind, amount, reference, at));
    }
}
