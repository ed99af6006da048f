package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.ApiKey;
import dev.parley.ports.store.ApiKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keys in their table. */
@OnDatabase
@Singleton
final class JdbcApiKeys implements ApiKeys {
    private final ApiKeyRows rows;
    private final AccountRows accounts;
    private final JdbcTransactions transactions;

    JdbcApiKeys(ApiKeyRows rows, AccountRows accounts, JdbcTransactions transactions) {
        this.rows = rows;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public void add(ApiKey key) {
        transactions.change(() -> rows.save(ApiKeyRow.of(key)));
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return rows.findById(id).map(ApiKeyRow::toKey);
    }

    @Override
    public Optional<Owned> findByHash(String hash) {
        return rows.findByHash(hash)
                .or(() -> rows.findRetiring(hash))
                .flatMap(key ->
                        accounts.findById(key.account()).map(account -> new Owned(key.toKey(), account.toAccount())));
    }

    @Override
    public List<ApiKey> list(String account) {
        return rows.oldestFirst(account).stream().map(ApiKeyRow::toKey).toList();
    }

    @Override
    public void save(ApiKey key) {
        transactions.change(() -> {
            if (!rows.change(ApiKeyRow.of(key))) {
                throw new IllegalStateException("key " + key.id() + " is not stored");
            }
        });
    }
}
