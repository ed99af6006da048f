package dev.parley.ports.store;

import dev.parley.domain.account.Account;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever owns credits. */
public interface Accounts {

    /** Whether there is no account at all: a new installation. */
    boolean isEmpty();

    void add(Account account);

    Optional<Account> find(String id);

    /**
     * The same, before it is changed: in a transaction, keeps others from changing the account until the transaction ends. A
     * store with one writer need do nothing for it.
     */
    default Optional<Account> lock(String id) {
        return find(id);
    }

    /**
     * By id.
     *
     * @param after id of the last account of the page before; the first page where null
     */
    List<Account> list(@Nullable String after, int max);

    /** Changes the name and the ban. The account exists. */
    void save(Account account);
}
