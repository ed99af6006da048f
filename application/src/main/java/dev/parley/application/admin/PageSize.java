package dev.parley.application.admin;

import dev.parley.application.Limits;
import dev.parley.domain.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** How many entries a page has. */
public final class PageSize {

    private static final int STANDARD = 20;

    private PageSize() {}

    /** @throws Refused if it is not from 1 to the largest page */
    public static int checked(@Nullable Integer wanted, Limits limits) {
        int size = wanted == null ? Math.min(STANDARD, limits.pageMax()) : wanted;
        if (size < 1 || size > limits.pageMax()) {
            throw Refused.invalid("limit", "must be from 1 to " + limits.pageMax() + ".");
        }
        return size;
    }
}
