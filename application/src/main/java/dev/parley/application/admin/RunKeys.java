package dev.parley.application.admin;

import dev.parley.application.account.IssueKey;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.ApiKey.State;
import dev.parley.domain.account.KeyPrefix;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Issues, shows, limits, disables, deletes and rotates keys. A secret is told once, and never stored. */
public final class RunKeys {

    /** The old secret of a rotated key works no longer than this. */
    public static final Duration OVERLAP_MAX = Duration.ofHours(24);

    /** Deleted keys are kept and listed. */
    private static final int KEYS_MAX = 1_000;

    private static final int NAME_LENGTH_MAX = 100;

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Spending spending;
    private final Transactions transactions;
    private final IssueKey issue;
    private final InstantSource clock;

    public RunKeys(
            Accounts accounts,
            ApiKeys keys,
            Spending spending,
            Transactions transactions,
            IssueKey issue,
            InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.spending = spending;
        this.transactions = transactions;
        this.issue = issue;
        this.clock = clock;
    }

    /** @throws Refused if there is no such account, it has too many keys, or the draft is wrong */
    public IssuedKey issue(String account, String name, KeyDraft draft) {
        return issue(account, name, draft, null);
    }

    /**
     * The same with a prefix of the caller's choice.
     *
     * @param prefix {@code sk-}, {@code aio_}, or {@code sk-test-} for a key that only tries; {@code sk-} where null
     */
    public IssuedKey issue(String account, String name, KeyDraft draft, @Nullable String prefix) {
        String right = named(name);
        var limits = draft.limits();
        var secret = issue.secret(prefixed(prefix));
        return transactions.run(() -> {
            var owner = Ids.found("account", account, accounts::lock);
            if (keys.list(owner.id()).size() >= KEYS_MAX) {
                throw conflict("The account has " + KEYS_MAX + " keys, which is the most.");
            }
            var key = issue.key(owner.id(), right, secret, limits);
            keys.add(key);
            return new IssuedKey(key, secret);
        });
    }

    /** All keys of an account, deleted ones included, oldest first. */
    public List<KeyView> list(String account) {
        var owner = Ids.found("account", account, accounts::find);
        return keys.list(owner.id()).stream().map(this::view).toList();
    }

    public KeyView show(String id) {
        return view(Ids.found("key", id, keys::find));
    }

    public KeyView rename(String id, String name) {
        String right = named(name);
        return change(id, key -> key.named(right));
    }

    /** Puts these limits in the place of all that the key had. */
    public KeyView limit(String id, KeyDraft draft) {
        var limits = draft.limits();
        return change(id, key -> key.with(limits));
    }

    public KeyView enable(String id) {
        return change(id, key -> key.in(State.ENABLED));
    }

    public KeyView disable(String id) {
        return change(id, key -> key.in(State.DISABLED));
    }

    /** For ever. Deleting again changes nothing. */
    public KeyView delete(String id) {
        return transactions.run(() -> {
            var deleted = Ids.found("key", id, keys::lock).in(State.DELETED);
            keys.save(deleted);
            return view(deleted);
        });
    }

    /**
     * Gives the key another secret, with the prefix that it had.
     *
     * @param overlap how long the present one still works: up to a day, and nothing where it has leaked
     */
    public IssuedKey rotate(String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0) {
            throw Refused.invalid("overlap_seconds", "must be from 0 to " + OVERLAP_MAX.toSeconds() + ".");
        }
        var present = Ids.found("key", id, keys::find);
        var secret = issue.secret(KeyPrefix.of(present.hint()).orElse(KeyPrefix.SK));
        var rotated = change(id, key -> issue.rotated(key, secret, overlap));
        return new IssuedKey(rotated.key(), secret);
    }

    private KeyView change(String id, UnaryOperator<ApiKey> change) {
        return transactions.run(() -> {
            var key = Ids.found("key", id, keys::lock);
            if (key.state() == State.DELETED) {
                throw conflict("The key is deleted: it cannot be changed any more.");
            }
            var changed = change.apply(key);
            keys.save(changed);
            return view(changed);
        });
    }

    private KeyView view(ApiKey key) {
        return new KeyView(key, spending.spent(key.id(), clock.instant()));
    }

    private static KeyPrefix prefixed(@Nullable String prefix) {
        return prefix == null
                ? KeyPrefix.SK
                : KeyPrefix.parse(prefix)
                        .orElseThrow(() -> Refused.invalid(
                                "prefix",
                                "must be one of: " + KeyPrefix.SK + ", " + KeyPrefix.AIO + ", " + KeyPrefix.TEST
                                        + "."));
    }

    private static String named(String name) {
        return Wording.checked("name", name, NAME_LENGTH_MAX);
    }

    private static Refused conflict(String message) {
        return new Refused(new Refusal.Conflict(message));
    }
}
