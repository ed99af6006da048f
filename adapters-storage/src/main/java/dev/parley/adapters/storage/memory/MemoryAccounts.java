package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.ports.store.Accounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts by id, and keys by the hash that finds them. */
final class MemoryAccounts implements Accounts {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, ApiKey> keys = new HashMap<>();
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
            require(!accounts.containsKey(account.id()), "account " + account.id() + " is stored already");
            transactions.put(accounts, account.id(), account);
        });
    }

    @Override
    public void add(ApiKey key) {
        transactions.change(() -> {
            require(accounts.containsKey(key.account()), "key " + key.id() + " is of no stored account");
            boolean known = keys.containsKey(key.hash())
                    || keys.values().stream().anyMatch(other -> other.id().equals(key.id()));
            require(!known, "key " + key.id() + " is stored already");
            transactions.put(keys, key.hash(), key);
        });
    }

    @Override
    public Optional<ApiKey> findKey(String hash) {
        return transactions.run(() -> Optional.ofNullable(keys.get(hash)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
