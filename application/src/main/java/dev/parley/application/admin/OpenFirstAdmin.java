package dev.parley.application.admin;

import dev.parley.domain.account.Admin;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Admins;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gives a new installation its first admin. */
public final class OpenFirstAdmin {

    /** What the first admin is called. */
    public static final String NAME = "admin";

    private final Admins admins;
    private final Transactions transactions;
    private final PasswordHashes hashes;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random cryptographically strong */
    public OpenFirstAdmin(
            Admins admins,
            Transactions transactions,
            PasswordHashes hashes,
            InstantSource clock,
            RandomGenerator random) {
        this.admins = admins;
        this.transactions = transactions;
        this.hashes = hashes;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Does nothing where there is an admin already.
     *
     * @param brought the operator's own password; a random one is made where null
     * @return the random password, to be shown once; empty if none was made
     * @throws IllegalArgumentException if the operator's own is no good
     */
    public Optional<Password> open(@Nullable Password brought) {
        if (!admins.isEmpty()) {
            return Optional.empty();
        }
        var password = brought == null ? Password.random(random) : checked(brought);
        String hash = hashes.hash(password);
        return transactions.run(() -> {
            if (!admins.isEmpty()) {
                return Optional.empty();
            }
            admins.save(new Admin(NAME, hash, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            return brought == null ? Optional.of(password) : Optional.empty();
        });
    }

    private static Password checked(Password brought) {
        try {
            return Password.chosen("admin.password", brought.value());
        } catch (Refused refused) {
            throw new IllegalArgumentException("'admin.password' is no good: " + refused.getMessage(), refused);
        }
    }
}
