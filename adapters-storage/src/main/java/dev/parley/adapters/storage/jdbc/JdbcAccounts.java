package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Account;
import dev.parley.ports.store.Accounts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in their table. */
@OnDatabase
@Singleton
final class JdbcAccounts implements Accounts {
    private final AccountRows rows;
    private final JdbcTransactions transactions;

    JdbcAccounts(AccountRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public boolean isEmpty() {
        return rows.count() == 0;
    }

    @Override
    public void add(Account account) {
        transactions.change(() -> rows.save(AccountRow.of(account)));
    }

    @Override
    public Optional<Account> find(String id) {
        return rows.findById(id).map(AccountRow::toAccount);
    }

    @Override
    public List<Account> list(@Nullable String after, int max) {
        return rows.after(after == null ? "" : after, max).stream()
                .map(AccountRow::toAccount)
                .toList();
    }

    @Override
    public void save(Account account) {
        transactions.change(() -> {
            if (rows.change(account.id(), account.name(), account.banned()) == 0) {
                throw new IllegalStateException("account " + account.id() + " is not stored");
            }
        });
    }
}
