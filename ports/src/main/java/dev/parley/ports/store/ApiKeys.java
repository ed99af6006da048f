package dev.parley.ports.store;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import java.util.List;
import java.util.Optional;

/** The credentials of all accounts. */
public interface ApiKeys {

    /** A key and whose it is. */
    record Owned(ApiKey key, Account account) {}

    /** The key's account exists. */
    void add(ApiKey key);

    Optional<ApiKey> find(String id);

    /**
     * The same, before it is changed: in a transaction, keeps others from changing the key until the transaction ends. A
     * store with one writer need do nothing for it.
     */
    default Optional<ApiKey> lock(String id) {
        return find(id);
    }

    /**
     * The key that has this hash, as its present or its retiring one. Whether it opens anything is for the caller to judge:
     * disabled and deleted keys are found too.
     */
    Optional<Owned> findByHash(String hash);

    /** All keys of an account, deleted ones included, oldest first. */
    List<ApiKey> list(String account);

    /** Changes all but the account and the time of creation. The key exists. */
    void save(ApiKey key);
}
