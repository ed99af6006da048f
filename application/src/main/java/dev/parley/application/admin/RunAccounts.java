package dev.parley.application.admin;

import dev.parley.application.Limits;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens, shows, renames and bans accounts. There is no deleting: tasks and entries name their account for ever. */
public final class RunAccounts {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Once once;
    private final Limits limits;
    private final InstantSource clock;

    public RunAccounts(
            Accounts accounts,
            Ledger ledger,
            Transactions transactions,
            Once once,
            Limits limits,
            InstantSource clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.transactions = transactions;
        this.once = once;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws Refused if the name is no name */
    public AccountView open(String name) {
        var account = new Account(
                "acc_" + UUID.randomUUID(), named(name), clock.instant().truncatedTo(ChronoUnit.MILLIS), false);
        return transactions.run(() -> {
            accounts.add(account);
            return view(account);
        });
    }

    /** The same for a request that may come again: it gets the first one's answer. */
    public String open(String name, IdempotencyKey key, Function<AccountView, String> answer) {
        return once.run(key, () -> open(name), opened -> opened.account().id(), answer);
    }

    /** @throws Refused if there is none */
    public AccountView show(String id) {
        return view(Ids.found("account", id, accounts::find));
    }

    /**
     * By id.
     *
     * @param cursor of the page before; the first page where null
     */
    public Page<AccountView> page(@Nullable String cursor, @Nullable Integer size) {
        int wanted = PageSize.checked(size, limits);
        return Page.of(accounts.list(Ids.cursor(cursor), wanted + 1), wanted, Account::id)
                .map(this::view);
    }

    public AccountView rename(String id, String name) {
        String right = named(name);
        return change(id, old -> new Account(old.id(), right, old.createdAt(), old.banned()));
    }

    /** Turns away every key of the account from the next request on. */
    public AccountView ban(String id) {
        return change(id, old -> new Account(old.id(), old.name(), old.createdAt(), true));
    }

    public AccountView unban(String id) {
        return change(id, old -> new Account(old.id(), old.name(), old.createdAt(), false));
    }

    private AccountView change(String id, UnaryOperator<Account> change) {
        return transactions.run(() -> {
            var changed = change.apply(Ids.found("account", id, accounts::lock));
            accounts.save(changed);
            return view(changed);
        });
    }

    private AccountView view(Account account) {
        return new AccountView(account, ledger.balance(account.id()));
    }

    private static String named(String name) {
        return Wording.checked("name", name, Account.NAME_LENGTH_MAX);
    }
}
