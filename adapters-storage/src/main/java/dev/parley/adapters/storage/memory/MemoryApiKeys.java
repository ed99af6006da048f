package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.ApiKey;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.ApiKeys;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keys by id. */
final class MemoryApiKeys implements ApiKeys {
    private static final Comparator<ApiKey> OLDEST_FIRST =
            Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id);

    private final Map<String, ApiKey> keys = new HashMap<>();
    private final Accounts accounts;
    private final MemoryTransactions transactions;

    MemoryApiKeys(Accounts accounts, MemoryTransactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public void add(ApiKey key) {
        transactions.change(() -> {
            require(accounts.find(key.account()).isPresent(), "key " + key.id() + " is of no stored account");
            require(!keys.containsKey(key.id()), "key " + key.id() + " is stored already");
            store(key);
        });
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return transactions.run(() -> Optional.ofNullable(keys.get(id)));
    }

    @Override
    public Optional<Owned> findByHash(String hash) {
        return transactions.run(() -> first(key -> key.hash().equals(hash))
                .or(() -> first(key -> retires(key, hash)))
                .flatMap(key -> accounts.find(key.account()).map(account -> new Owned(key, account))));
    }

    @Override
    public List<ApiKey> list(String account) {
        return transactions.run(() -> keys.values().stream()
                .filter(key -> key.account().equals(account))
                .sorted(OLDEST_FIRST)
                .toList());
    }

    @Override
    public void save(ApiKey key) {
        transactions.change(() -> {
            var stored = keys.get(key.id());
            if (stored == null) {
                throw new IllegalStateException("key " + key.id() + " is not stored");
            }
            store(new ApiKey(
                    key.id(),
                    stored.account(),
                    key.name(),
                    key.hash(),
                    key.hint(),
                    stored.createdAt(),
                    key.state(),
                    key.limits(),
                    key.retiring()));
        });
    }

    private void store(ApiKey key) {
        boolean taken = first(
                        other -> other.hash().equals(key.hash()) && !other.id().equals(key.id()))
                .isPresent();
        require(!taken, "another key has the secret of " + key.id());
        transactions.put(keys, key.id(), key);
    }

    private Optional<ApiKey> first(Predicate<ApiKey> condition) {
        return keys.values().stream().filter(condition).max(OLDEST_FIRST);
    }

    private static boolean retires(ApiKey key, String hash) {
        var retiring = key.retiring();
        return retiring != null && retiring.hash().equals(hash);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
