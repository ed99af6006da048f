package dev.parley.ports.store;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import java.util.Optional;

/** Accounts and their keys. */
public interface Accounts {

    /** Whether there is no account at all: a new installation. */
    boolean isEmpty();

    void add(Account account);

    /** The key's account exists. */
    void add(ApiKey key);

    /** The key whose secret has this hash. */
    Optional<ApiKey> findKey(String hash);
}
