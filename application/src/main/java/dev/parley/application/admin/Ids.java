package dev.parley.application.admin;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names of things, as callers write them. */
public final class Ids {

    private static final int LENGTH_MAX = 64;
    private static final int UUID_LENGTH = 36;

    private Ids() {}

    /** What a store has under this id. Whatever cannot be an id is not even looked for. */
    public static <T> T found(String what, String id, Function<String, Optional<T>> store) {
        return (canBe(id) ? store.apply(id) : Optional.<T>empty())
                .orElseThrow(() -> new Refused(new Refusal.NotFound("There is no such " + what + ".")));
    }

    /** Where a page begins; null for the first one. */
    public static @Nullable String cursor(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!canBe(text)) {
            throw badCursor();
        }
        return text;
    }

    public static Optional<UUID> uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Whatever is no id names nothing.
        }
    }

    /** PostgreSQL fails on a NUL in a text. */
    private static boolean canBe(String id) {
        return id.length() <= LENGTH_MAX && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    public static Refused badCursor() {
        return Refused.invalid("cursor", "must come from an earlier answer.");
    }
}
