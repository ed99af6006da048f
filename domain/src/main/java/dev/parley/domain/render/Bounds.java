package dev.parley.domain.render;

import dev.parley.domain.refusal.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that fields of several kinds of request share. */
public final class Bounds {

    private Bounds() {}

    /** A share of something, from 0 to 1. */
    public static @Nullable Double share(String field, @Nullable Double value) {
        return within(field, value, 0, 1);
    }

    /** @throws Refused if there is a value, and it lies outside */
    public static @Nullable Double within(String field, @Nullable Double value, double min, double max) {
        if (value == null) {
            return null;
        }
        if (!(value >= min && value <= max)) {
            throw Refused.invalid(field, "must be from " + number(min) + " to " + number(max) + ", not " + value + ".");
        }
        return plain(value);
    }

    /** @throws Refused if there is a value, and it lies outside */
    public static @Nullable Long within(String field, @Nullable Long value, long min, long max) {
        if (value != null && (value < min || value > max)) {
            throw Refused.invalid(field, "must be from " + min + " to " + max + ", not " + value + ".");
        }
        return value;
    }

    /** @throws Refused if it is longer or shorter */
    public static Duration millis(String field, Duration length, Duration min, Duration max) {
        if (length.compareTo(min) < 0 || length.compareTo(max) > 0) {
            throw Refused.invalid(
                    field,
                    "must be from " + min.toMillis() + " to " + max.toMillis() + " milliseconds, not "
                            + length.toMillis() + ".");
        }
        return length;
    }

    /**
     * The text, if it may be given to a provider.
     *
     * @throws Refused if it is blank, not well-formed or too long
     */
    public static String text(String field, String text, int charactersMax) {
        String wrong = ReadableText.wrong(text);
        if (wrong != null) {
            throw Refused.invalid(field, wrong);
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > charactersMax) {
            throw Refused.invalid(field, "has " + characters + " characters; at most " + charactersMax + " are taken.");
        }
        return text;
    }

    /** @throws Refused if there are too many, or one of them may not be given to a provider */
    public static List<String> texts(String field, List<String> texts, int countMax, int charactersMax) {
        count(field, texts.size(), countMax);
        for (int i = 0; i < texts.size(); i++) {
            text(field + "[" + i + "]", texts.get(i), charactersMax);
        }
        return texts;
    }

    /** @throws Refused if there are too many */
    public static void count(String field, int count, int countMax) {
        if (count > countMax) {
            throw Refused.invalid(field, "has " + count + " entries; at most " + countMax + " are taken.");
        }
    }

    /** Adding zero turns -0.0 into 0.0: otherwise equal requests would differ, here and on the wire. */
    public static double plain(double value) {
        return value + 0.0;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
