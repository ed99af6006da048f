package dev.parley.rest.json;

import dev.parley.domain.refusal.Refused;
import java.util.Locale;

/** Yes or no, where all that is sent is text. */
public final class Truth {

    private Truth() {}

    /** @throws Refused naming the field, where it is neither */
    public static boolean parse(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n" -> false;
            default -> throw Refused.invalid(name, "must be true or false.");
        };
    }
}
