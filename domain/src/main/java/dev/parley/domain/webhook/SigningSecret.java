package dev.parley.domain.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What a receiver checks signatures with: {@code whsec_} and the base64 of 32 random bytes, as Standard Webhooks has it.
 * Prints as stars, so that it cannot slip into a log.
 */
public record SigningSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    public SigningSecret {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
        }
    }

    /** A new secret; {@code random} must be cryptographically strong. */
    public static SigningSecret issue(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "***";
    }
}
