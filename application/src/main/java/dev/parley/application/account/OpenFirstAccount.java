package dev.parley.application.account;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a new installation its first account, key and credits. */
public final class OpenFirstAccount {

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Ledger ledger;
    private final Transactions transactions;
    private final IssueKey issue;
    private final InstantSource clock;

    public OpenFirstAccount(
            Accounts accounts,
            ApiKeys keys,
            Ledger ledger,
            Transactions transactions,
            IssueKey issue,
            InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.ledger = ledger;
        this.transactions = transactions;
        this.issue = issue;
        this.clock = clock;
    }

    /**
     * Does nothing where there is an account already.
     *
     * @param brought the operator's own first key; a random one is made where null
     * @return the random key, to be shown once; empty if none was made
     * @throws IllegalArgumentException if {@code brought} is too short or too long to be safe, or a mistyped key of ours
     */
    public Optional<KeySecret> open(@Nullable KeySecret brought, Credits credits) {
        check(brought);
        return transactions.run(() -> {
            if (!accounts.isEmpty()) {
                return Optional.empty();
            }
            var secret = brought == null ? issue.secret() : brought;
            var now = clock.instant();
            var account = new Account("acc_" + UUID.randomUUID(), "first", now, false);
            accounts.add(account);
            keys.add(issue.key(account.id(), "first", secret, KeyLimits.NONE));
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
        if (brought.isMistyped()) {
            throw new IllegalArgumentException(
                    "the first key looks like one that Parley issued, with a typing error: its check digits are wrong");
        }
    }
}
