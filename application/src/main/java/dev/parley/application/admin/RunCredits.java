package dev.parley.application.admin;

import dev.parley.application.Limits;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives credits and takes them back, and tells where they went. */
public final class RunCredits {

    private static final int REASON_LENGTH_MAX = 200;

    /** Far from where sums of micro-credits end. */
    private static final Credits GRANTED_MAX = Credits.ofWhole(1_000_000_000_000L);

    private final Accounts accounts;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Once once;
    private final Limits limits;
    private final InstantSource clock;

    public RunCredits(
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

    /**
     * Credits to give or to take back.
     *
     * @param amount in decimal
     * @param reason for people
     */
    public record Order(String account, String amount, String reason) {}

    public Movement grant(Order order) {
        var amount = amount(order);
        return move(order, Entry.Kind.GRANT, amount, movement -> {
            if (ledger.balance(movement.account()).granted().plus(amount).compareTo(GRANTED_MAX) > 0) {
                throw new Refused(new Refusal.Conflict(
                        "The account would have been granted more than " + GRANTED_MAX + " credits."));
            }
            ledger.grant(movement.account(), amount, movement.reason(), movement.at());
        });
    }

    /** The same for a request that may come again: it gets the first one's answer. */
    public String grant(Order order, IdempotencyKey key, Function<Movement, String> answer) {
        return once.run(key, () -> grant(order), Movement::account, answer);
    }

    /** @throws Refused if fewer are available: what is held cannot be taken back */
    public Movement withdraw(Order order) {
        var amount = amount(order);
        return move(order, Entry.Kind.WITHDRAW, amount, movement -> {
            if (!ledger.withdraw(movement.account(), amount, movement.reason(), movement.at())) {
                throw new Refused(new Refusal.Conflict("Only "
                        + ledger.balance(movement.account()).available() + " credits are available to withdraw."));
            }
        });
    }

    /** The same for a request that may come again: it gets the first one's answer. */
    public String withdraw(Order order, IdempotencyKey key, Function<Movement, String> answer) {
        return once.run(key, () -> withdraw(order), Movement::account, answer);
    }

    /**
     * Oldest first.
     *
     * @param cursor of the page before; the first page where null
     */
    public Page<Entry> entries(String account, @Nullable String cursor, @Nullable Integer size) {
        int wanted = PageSize.checked(size, limits);
        var owner = Ids.found("account", account, accounts::find);
        return Page.of(ledger.entries(owner.id(), Ids.cursor(cursor), wanted + 1), wanted, Entry::id);
    }

    private Movement move(Order order, Entry.Kind kind, Credits amount, Consumer<Movement> change) {
        String reason = Wording.checked("reason", order.reason(), REASON_LENGTH_MAX);
        return transactions.run(() -> {
            var account = Ids.found("account", order.account(), accounts::find).id();
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            change.accept(new Movement(account, kind, amount, reason, now, ledger.balance(account)));
            return new Movement(account, kind, amount, reason, now, ledger.balance(account));
        });
    }

    private static Credits amount(Order order) {
        return Amount.checked("amount", order.amount(), Amount.LEAST);
    }
}
