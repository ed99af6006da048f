package dev.parley.application.admin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Turns passwords into bcrypt and compares them: slow on purpose, so few at a time. */
public final class PasswordHashes {

    /** A quarter of a second. */
    private static final int COST = 12;

    /** Whoever tries from everywhere at once must not take all processors. */
    private static final int AT_ONCE_MAX = 2;

    private static final Duration BUSY = Duration.ofSeconds(1);

    /** All 72 bytes count; the usual form ends with a zero byte, and counts 71. */
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2Y_NO_NULL_TERMINATOR;

    private static final byte[] NOTHING = {0};

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final int cost;
    private final byte[] decoy;

    public PasswordHashes() {
        this(COST);
    }

    /** @param cost binary logarithm of the rounds; tests take a low one */
    public PasswordHashes(int cost) {
        this.cost = cost;
        this.decoy = "$2y$%02d$%s".formatted(cost, ".".repeat(53)).getBytes(StandardCharsets.US_ASCII);
    }

    public String hash(Password password) {
        return new String(
                BCrypt.with(VERSION).hash(cost, password.value().getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII);
    }

    /** @throws Refused while too many others are compared */
    public boolean match(Password password, String hash) {
        return compare(password, hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes as long as {@link #match}, so that nobody learns which names there are. */
    public boolean matchNothing(Password password) {
        var _ = compare(password, decoy);
        return false;
    }

    private boolean compare(Password password, byte[] hash) {
        if (!places.tryAcquire()) {
            throw new Refused(
                    new Refusal.TooMany("Too many are signing in at this moment. Try again in a second.", BUSY));
        }
        try {
            byte[] tried = password.value().getBytes(StandardCharsets.UTF_8);
            // The library refuses to look at nothing. It is nobody's password, and must take as long as another.
            return BCrypt.verifyer(VERSION).verify(tried.length == 0 ? NOTHING : tried, hash).verified
                    && tried.length > 0;
        } finally {
            places.release();
        }
    }
}
