package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.Account;
import dev.parley.ports.store.Accounts;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts by id. */
final class MemoryAccounts implements Accounts {
    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final MemoryTransactions transactions;

    MemoryAccounts(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean isEmpty() {
        return transactions.run(accounts::isEmpty);
    }

    @Override
    public void add(Account account) {
        transactions.change(() -> {
            if (accounts.containsKey(account.id())) {
                throw new IllegalStateException("account " + account.id() + " is stored already");
            }
            transactions.put(accounts, account.id(), account);
        });
    }

    @Override
    public Optional<Account> find(String id) {
        return transactions.run(() -> Optional.ofNullable(accounts.get(id)));
    }

    @Override
    public List<Account> list(@Nullable String after, int max) {
        return transactions.run(() -> (after == null ? accounts : accounts.tailMap(after, false))
                .values().stream().limit(max).toList());
    }

    @Override
    public void save(Account account) {
        transactions.change(() -> {
            var stored = accounts.get(account.id());
            if (stored == null) {
                throw new IllegalStateException("account " + account.id() + " is not stored");
            }
            transactions.put(
                    accounts,
                    account.id(),
                    new Account(account.id(), account.name(), stored.createdAt(), account.banned()));
        });
    }
}
