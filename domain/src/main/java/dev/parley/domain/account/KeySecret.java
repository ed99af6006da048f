package dev.parley.domain.account;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * What a caller presents to prove an account: a {@link KeyPrefix}, 27 base62 digits that hold 160 random bits, and 6 base62
 * digits of CRC-32. Prints as stars, so that it cannot slip into a log.
 */
public record KeySecret(String value) {

    /** An operator may bring a first key of their own; shorter ones are refused. */
    public static final int LENGTH_MIN = 20;

    /** Longer credentials are not even hashed. */
    public static final int LENGTH_MAX = 200;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 27;
    private static final int CHECK_DIGITS = 6;
    private static final int HINT_DIGITS = 4;

    /** A new secret; {@code random} must be cryptographically strong. */
    public static KeySecret issue(RandomGenerator random) {
        return issue(KeyPrefix.SK, random);
    }

    /** A new secret; {@code random} must be cryptographically strong. */
    public static KeySecret issue(KeyPrefix prefix, RandomGenerator random) {
        var digits = new StringBuilder(prefix.toString());
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new KeySecret(digits + check(digits.toString()));
    }

    /** Enough of the secret for people to tell two keys apart. */
    public String hint() {
        int length = prefixLength(KeyPrefix.of(value).orElse(KeyPrefix.SK)) + HINT_DIGITS;
        return value.substring(0, Math.min(length, value.length()));
    }

    /** Whether it has the shape of an issued secret and another checksum. No store need be asked. */
    public boolean isMistyped() {
        return KeyPrefix.of(value).map(this::isMistyped).orElse(false);
    }

    private boolean isMistyped(KeyPrefix prefix) {
        int body = prefixLength(prefix) + RANDOM_DIGITS;
        boolean issuedShape = value.length() == body + CHECK_DIGITS
                && value.chars().skip(prefixLength(prefix)).allMatch(c -> DIGITS.indexOf(c) >= 0);
        return issuedShape && !check(value.substring(0, body)).equals(value.substring(body));
    }

    private static int prefixLength(KeyPrefix prefix) {
        return prefix.toString().length();
    }

    private static String check(String digits) {
        var crc = new CRC32();
        crc.update(digits.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var check = new StringBuilder();
        for (int i = 0; i < CHECK_DIGITS; i++) {
            check.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return check.toString();
    }

    @Override
    public String toString() {
        return "***";
    }
}
