package dev.parley.application.account;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gives a new installation its first account, key and credits. */
public final class OpenFirstAccount {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Transactions transactions;
    private final KeyHasher hasher;
    private final InstantSource clock;
    private final RandomGenerator random;

    public OpenFirstAccount(
            Accounts accounts,
            Ledger ledger,
            Transactions transactions,
            KeyHasher hasher,
            InstantSource clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.transactions = transactions;
        this.hasher = hasher;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Does nothing where there is an account already.
     *
     * @param brought the operator's own first key; a random one is made where null
     * @return the random key, to be shown once; empty if none was made
     * @throws IllegalArgumentException if {@code brought} is too short or too long to be safe
     */
    public Optional<KeySecret> open(@Nullable KeySecret brought, Credits credits) {
        check(brought);
        return transactions.run(() -> {
            if (!accounts.isEmpty()) {
                return Optional.empty();
            }
            var secret = brought == null ? KeySecret.issue(random) : brought;
            var now = clock.instant();
            var account = new Account("acc_" + UUID.randomUUID(), "first", now);
            accounts.add(account);
            accounts.add(new ApiKey("key_" + UUID.randomUUID(), account.id(), hasher.hash(secret), secret.hint(), now));
            if (!credits.equals(Credits.NONE)) {
                ledger.grant(account.id(), credits, "first credits", now);
            }
            return brought == null ? Optional.of(secret) : Optional.empty();
        });
    }

    private static void check(@Nullable KeySecret brought) {
        if (brought == null) {
            return;
        }
        int length = brought.value().length();
        if (length < KeySecret.LENGTH_MIN || length > KeySecret.LENGTH_MAX) {
            throw new IllegalArgumentException("the first key has " + length + " characters; use "
                    + KeySecret.LENGTH_MIN + " to " + KeySecret.LENGTH_MAX);
        }
    }
}
