package dev.parley.server;

import dev.parley.application.account.IssueKey;
import dev.parley.application.account.KeyHasher;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Accounts in the store of a server that has not been started yet. */
public final class Tenants {

    /** An account, and its key. */
    public record Tenant(String account, String key, KeySecret secret) {}

    private Tenants() {}

    /** Opens so many accounts with a key and these credits each. */
    public static List<Tenant> open(ApplicationContext stores, Path dataDir, int count, Credits credits)
            throws IOException {
        var hasher = new KeyHasher(ServerSecrets.in(dataDir).keyPepper());
        var issue = new IssueKey(hasher, InstantSource.system(), new SecureRandom());
        var tenants = new ArrayList<Tenant>();
        for (int i = 0; i < count; i++) {
            tenants.add(stores.getBean(Transactions.class).run(() -> open(stores, issue, credits)));
        }
        return tenants;
    }

    private static Tenant open(ApplicationContext stores, IssueKey issue, Credits credits) {
        var now = InstantSource.system().instant();
        var account = new Account("acc_" + UUID.randomUUID(), "gate", now, false);
        var secret = issue.secret();
        var key = issue.key(account.id(), "gate", secret, KeyLimits.NONE);
        stores.getBean(Accounts.class).add(account);
        stores.getBean(ApiKeys.class).add(key);
        stores.getBean(Ledger.class).grant(account.id(), credits, "for the gate", now);
        return new Tenant(account.id(), key.id(), secret);
    }
}
