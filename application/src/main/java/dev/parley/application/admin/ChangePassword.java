package dev.parley.application.admin;

import dev.parley.domain.account.Admin;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Admins;
import dev.parley.ports.store.Transactions;
import java.net.InetAddress;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Gives an admin another password. Tokens of before are void. */
public final class ChangePassword {

    private final Admins admins;
    private final Transactions transactions;
    private final SignIn signIn;
    private final PasswordHashes hashes;
    private final InstantSource clock;

    public ChangePassword(
            Admins admins, Transactions transactions, SignIn signIn, PasswordHashes hashes, InstantSource clock) {
        this.admins = admins;
        this.transactions = transactions;
        this.signIn = signIn;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * By the admin themselves. A wrong present password is no loss of the session, so it reads as a wrong field.
     *
     * @throws Refused if the present password is wrong, or the next one is no good
     */
    public void change(String name, String present, String next, InetAddress from) {
        var chosen = Password.chosen("new_password", next);
        try {
            signIn.signIn(name, present, from);
        } catch (Refused refused) {
            throw refused.refusal() instanceof Refusal.Unauthenticated
                    ? Refused.invalid("password", "is not the present one.")
                    : refused;
        }
        set(name, chosen);
    }

    /**
     * By whoever owns the machine.
     *
     * @throws Refused if there is no such admin
     */
    public void set(String name, Password next) {
        Ids.found("admin", name, admins::find);
        // Before the transaction: it takes long, and others wait.
        String hash = hashes.hash(next);
        transactions.run(() -> {
            Ids.found("admin", name, admins::find);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            admins.save(new Admin(name, hash, now));
            return now;
        });
    }
}
