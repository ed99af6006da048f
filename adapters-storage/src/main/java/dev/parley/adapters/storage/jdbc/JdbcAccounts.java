package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.ports.store.Accounts;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Accounts and keys in their two tables. */
@OnDatabase
@Singleton
final class JdbcAccounts implements Accounts {
    private final AccountRows accounts;
    private final ApiKeyRows keys;
    private final JdbcTransactions transactions;

    JdbcAccounts(AccountRows accounts, ApiKeyRows keys, JdbcTransactions transactions) {
        this.accounts = accounts;
        this.keys = keys;
        this.transactions = transactions;
    }

    @Override
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    @Override
    public void add(Account account) {
        transactions.change(() -> accounts.save(AccountRow.of(account)));
    }

    @Override
    public void add(ApiKey key) {
        transactions.change(() -> keys.save(ApiKeyRow.of(key)));
    }

    @Override
    public Optional<ApiKey> findKey(String hash) {
        return keys.findByHash(hash).map(ApiKeyRow::toKey);
    }
}
