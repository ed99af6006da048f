package dev.parley.plugins.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What looks random and is the same each time. */
final class Fingerprint {

    private Fingerprint() {}

    static long number(String words) {
        return ByteBuffer.wrap(digest(words)).getLong();
    }

    static String id(String words) {
        return "sandbox-" + HexFormat.of().formatHex(digest(words), 0, 12);
    }

    /** One of so many. */
    static int choice(String words, int count) {
        return Math.floorMod(number(words), count);
    }

    private static byte[] digest(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
