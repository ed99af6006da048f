package dev.parley.rest.admin;

import java.util.Arrays;

/** With which the tokens of admins are signed. Prints as stars. */
public final class AdminTokenKey {

    /** HS256 is as strong as 256 bits. */
    private static final int BYTES_MIN = 32;

    private final byte[] bytes;

    /** @throws IllegalArgumentException if the key is shorter than what it is for, or no key at all */
    public AdminTokenKey(byte[] bytes) {
        if (bytes.length < BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the key of the admins' tokens has " + bytes.length + " bytes; it must have at least " + BYTES_MIN);
        }
        if (Arrays.equals(bytes, new byte[bytes.length])) {
            throw new IllegalArgumentException("the key of the admins' tokens is nothing but zeros");
        }
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "***";
    }
}
