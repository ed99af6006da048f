package dev.parley.application.admin;

import dev.parley.application.Limits;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.IdempotencyKeys.Used;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does something once for each idempotency key, and gives its first answer again. */
public final class Once {

    /** Admins share their keys: they administer the same things. */
    public static final String SCOPE = "admin";

    private static final Duration OTHER_ENDS = Duration.ofSeconds(1);

    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final Limits limits;
    private final InstantSource clock;

    public Once(IdempotencyKeys keys, Transactions transactions, Limits limits, InstantSource clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * In one transaction with what is done.
     *
     * @param subject id of what was made or changed
     * @param answer writes down what the caller is told
     * @throws Refused if the key was used for something else
     */
    <T> String run(IdempotencyKey key, Supplier<T> work, Function<T, String> subject, Function<T, String> answer) {
        return transactions.run(() -> {
            var now = clock.instant();
            var before = keys.find(key, now);
            if (before.isPresent()) {
                return same(key, before.get());
            }
            var done = work.get();
            String told = answer.apply(done);
            var use = new Used(key.fingerprint(), subject.apply(done), told, now.plus(limits.idempotencyAge()));
            if (!keys.add(key, use, now)) {
                // Another request was first. Throwing undoes what this one did.
                throw new Refused(new Refusal.StillRunning(
                        "Another request with this Idempotency-Key was being answered. Send this one again.",
                        OTHER_ENDS));
            }
            return told;
        });
    }

    private static String same(IdempotencyKey key, Used used) {
        String answer = used.answer();
        if (!used.fingerprint().equals(key.fingerprint()) || answer == null) {
            throw new Refused(new Refusal.KeyReused(
                    "The Idempotency-Key was used before with another request. Use a new key for a new request."));
        }
        return answer;
    }
}
