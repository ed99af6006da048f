package dev.parley.domain.account;

import java.util.Arrays;
import java.util.Optional;

/** What issued secrets begin with. It opens nothing by itself: some clients refuse to send a key without theirs. */
public enum KeyPrefix {
    /** Of keys that only try: the sandbox answers them, and nothing costs. Stands before the one that it begins with. */
    TEST("sk-test-"),
    /** That of seeds/000, and of most others. */
    SK("sk-"),
    /** That of seeds/001. */
    AIO("aio_");

    private final String text;

    KeyPrefix(String text) {
        this.text = text;
    }

    /** The prefix of exactly these characters. */
    public static Optional<KeyPrefix> parse(String text) {
        return Arrays.stream(values())
                .filter(prefix -> prefix.text.equals(text))
                .findFirst();
    }

    /** The prefix that a secret, or its hint, begins with. */
    public static Optional<KeyPrefix> of(String secret) {
        return Arrays.stream(values())
                .filter(prefix -> secret.startsWith(prefix.text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
