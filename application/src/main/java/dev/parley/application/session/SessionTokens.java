package dev.parley.application.session;

import dev.parley.application.Caller;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.IdempotencyKeys.Used;
import dev.parley.ports.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a caller gives to a browser instead of their key: good once, for one purpose and a few minutes. A token holds its own
 * proof; only its use is stored, for all processes to see.
 */
public final class SessionTokens {

    /** How long a token can be used. */
    public static final Duration AGE = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sutkn_";
    private static final String ROUTE = "session.token";
    private static final int PARTS = 5;

    private final SecretKeySpec key;
    private final IdempotencyKeys uses;
    private final Transactions transactions;
    private final InstantSource clock;

    public SessionTokens(byte[] key, IdempotencyKeys uses, Transactions transactions, InstantSource clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whose token it was.
     *
     * @param key id of the API key that it was made with
     * @param sandbox whether that only tries
     */
    public record Bearer(String key, boolean sandbox) {}

    /** @param purpose what it opens */
    public String issue(Caller caller, String purpose) {
        String claim = String.join(
                "|",
                caller.key(),
                Boolean.toString(caller.sandbox()),
                Long.toString(clock.instant().plus(AGE).getEpochSecond()),
                UUID.randomUUID().toString());
        return PREFIX + encoded(claim.getBytes(StandardCharsets.UTF_8)) + "." + signature(claim, purpose);
    }

    /**
     * Uses a token up.
     *
     * @throws Refused if it is not genuine, for something else, too old, or used already
     */
    public Bearer redeem(String token, String purpose) {
        String claim = claim(token, purpose);
        var parts = claim.split("\\|", PARTS);
        long until = Long.parseLong(parts[2]);
        var now = clock.instant();
        if (now.getEpochSecond() >= until) {
            throw refused("The token is too old.");
        }
        var use = new IdempotencyKey(parts[0], ROUTE, parts[3], parts[3]);
        var used = new Used(parts[3], parts[3], null, now.plus(AGE));
        if (!transactions.run(() -> uses.add(use, used, now))) {
            throw refused("The token was used already.");
        }
        return new Bearer(parts[0], Boolean.parseBoolean(parts[1]));
    }

    private String claim(String token, String purpose) {
        int dot = token.indexOf('.');
        if (!token.startsWith(PREFIX) || dot < 0) {
            throw refused("The token is invalid.");
        }
        String claim = decoded(token.substring(PREFIX.length(), dot));
        boolean genuine = MessageDigest.isEqual(
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                signature(claim, purpose).getBytes(StandardCharsets.UTF_8));
        if (!genuine) {
            throw refused("The token is invalid, or was made for something else.");
        }
        return claim;
    }

    private String signature(String claim, String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encoded(mac.doFinal(("v1|session|" + purpose + "|" + claim).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw refused("The token is invalid.");
        }
    }

    private static Refused refused(String message) {
        return new Refused(new Refusal.Unauthenticated(message));
    }
}
