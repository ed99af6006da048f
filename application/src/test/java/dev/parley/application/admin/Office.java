package dev.parley.application.admin;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.Limits;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.IssueKey;
import dev.parley.application.account.KeyHasher;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Every walk of an operator over memory stores, and a clock that tests move. */
final class Office {

    static final InetAddress HERE = InetAddress.getLoopbackAddress();

    volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    final InstantSource clock = () -> now;
    final MemoryStore store = new MemoryStore(clock);
    final Limits limits = Limits.DEFAULT;
    final KeyHasher hasher = new KeyHasher(new byte[32]);
    final IssueKey issue = new IssueKey(hasher, clock, new Random(1));
    final Authenticate authenticate = new Authenticate(store.apiKeys(), hasher, clock);
    final Once once = new Once(store.idempotencyKeys(), store.transactions(), limits, clock);
    final RunAccounts accounts =
            new RunAccounts(store.accounts(), store.ledger(), store.transactions(), once, limits, clock);
    final RunKeys keys =
            new RunKeys(store.accounts(), store.apiKeys(), store.spending(), store.transactions(), issue, clock);
    final RunCredits credits =
            new RunCredits(store.accounts(), store.ledger(), store.transactions(), once, limits, clock);
    final InspectTasks tasks = new InspectTasks(store.tasks(), store.attempts(), limits);
    final ReadUsage usage = new ReadUsage(store.usage(), clock);
    final PasswordHashes hashes = new PasswordHashes(4);
    final SignIn signIn = new SignIn(store.admins(), hashes, new SignInThrottle(clock));
    final ChangePassword changePassword =
            new ChangePassword(store.admins(), store.transactions(), signIn, hashes, clock);
    final OpenFirstAdmin openFirstAdmin =
            new OpenFirstAdmin(store.admins(), store.transactions(), hashes, clock, new Random(1));

    String account() {
        return accounts.open("Acme").account().id();
    }

    IssuedKey key(String account) {
        return keys.issue(account, "server", KeyDraft.NONE);
    }

    /** Whether this opens anything. */
    boolean opens(IssuedKey issued) {
        return refusedBy(() -> authenticate.caller(List.of(issued.secret().value()), HERE)) == null;
    }

    void forward(Duration time) {
        now = now.plus(time);
    }

    static IdempotencyKey intent(String key, String fingerprint) {
        return new IdempotencyKey(Once.SCOPE, "test", key, fingerprint);
    }

    static @Nullable Refusal refusedBy(Runnable walk) {
        try {
            walk.run();
            return null;
        } catch (Refused refused) {
            return refused.refusal();
        }
    }
}
