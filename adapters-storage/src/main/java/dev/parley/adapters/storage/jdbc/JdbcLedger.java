package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.jdbc.EntryRow.Phase;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Entry.Kind;
import dev.parley.domain.ledger.Entry.Purse;
import dev.parley.domain.ledger.Hold;
import dev.parley.ports.store.Ledger;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends to the ledger and moves the balance by the same amounts, in one transaction. */
@OnDatabase
@Singleton
final class JdbcLedger implements Ledger {
    private final EntryRows entries;
    private final BalanceRows balances;
    private final JdbcTransactions transactions;

    JdbcLedger(EntryRows entries, BalanceRows balances, JdbcTransactions transactions) {
        this.entries = entries;
        this.balances = balances;
        this.transactions = transactions;
    }

    @Override
    public Balance balance(String account) {
        return balances.findByAccount(account).map(BalanceRow::toBalance).orElse(Balance.EMPTY);
    }

    @Override
    public void grant(String account, Credits amount, String reason, Instant at) {
        transactions.change(() -> {
            balances.grant(account, amount.micros());
            append(account, Kind.GRANT, null, amount, reason, at);
        });
    }

    @Override
    public boolean withdraw(String account, Credits amount, String reason, Instant at) {
        return transactions.run(() -> {
            boolean covered = amount.equals(Credits.NONE) || balances.withdraw(account, amount.micros()) == 1;
            if (covered) {
                append(account, Kind.WITHDRAW, null, amount, reason, at);
            }
            return covered;
        });
    }

    @Override
    public boolean hold(Hold hold, Instant at) {
        return transactions.run(() -> {
            boolean covered = balances.hold(hold.account(), hold.amount().micros()) == 1 || isFree(hold);
            if (covered) {
                append(hold.account(), Kind.HOLD, Phase.HOLD, hold.amount(), hold.id(), at);
            }
            return covered;
        });
    }

    @Override
    public void capture(Hold hold, Credits cost, Instant at) {
        if (cost.compareTo(hold.amount()) > 0) {
            throw new IllegalStateException("hold " + hold.id() + " of " + hold.amount() + " cannot pay " + cost);
        }
        transactions.change(() -> {
            var rest = hold.amount().minus(cost);
            settle(hold, Kind.CAPTURE, cost, at);
            if (!rest.equals(Credits.NONE)) {
                append(hold.account(), Kind.RELEASE, Phase.REST, rest, hold.id(), at);
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
        var page = after == null ? entries.oldest(account, max) : entries.oldestAfter(account, after, max);
        return page.stream().map(EntryRow::toEntry).toList();
    }

    private void giveBack(Hold hold, Kind kind, Instant at) {
        transactions.change(() -> settle(hold, kind, hold.amount(), at));
    }

    /** The balance first: whoever moves an account's credits waits there, so that its entries are numbered in their order. */
    private void settle(Hold hold, Kind kind, Credits amount, Instant at) {
        var cost = kind.to() == Purse.SPENT ? amount : Credits.NONE;
        var rest = hold.amount().minus(cost);
        boolean held = balances.settle(hold.account(), cost.micros(), rest.micros()) == 1 || isFree(hold);
        if (!held || appendSettlement(hold, kind, amount, at) == 0) {
            throw new IllegalStateException("hold " + hold.id() + " is unknown or settled already");
        }
    }

    /** What costs nothing can be held by an account that never had credits. It too waits for its account's other moves. */
    private boolean isFree(Hold hold) {
        boolean free = hold.amount().equals(Credits.NONE);
        if (free) {
            balances.grant(hold.account(), 0);
        }
        return free;
    }

    private int appendSettlement(Hold hold, Kind kind, Credits amount, Instant at) {
        return entries.settle(
                EntryRow.newId(at),
                hold.id(),
                hold.account(),
                hold.amount().micros(),
                kind.name(),
                kind.to().name(),
                amount.micros(),
                at.toEpochMilli());
    }

    private void append(
            String account, Kind kind, @Nullable Phase phase, Credits amount, String reference, Instant at) {
        entries.save(EntryRow.of(new Entry(EntryRow.newId(at), account, kind, amount, reference, at), phase));
    }
}
