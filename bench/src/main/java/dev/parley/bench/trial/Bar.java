package dev.parley.bench.trial;

import java.util.Locale;

/**
 * What is to be reached, and what was.
 *
 * @param of who is to reach it
 * @param what is compared with what
 */
public record Bar(String of, String what, String found, String wanted, boolean met) {

    public static Bar atMost(String of, String what, double found, double wanted, String unit) {
        return new Bar(of, what, text(found, unit), "at most " + text(wanted, unit), found <= wanted);
    }

    public static Bar atLeast(String of, String what, double found, double wanted, String unit) {
        return new Bar(of, what, text(found, unit), "at least " + text(wanted, unit), found >= wanted);
    }

    /** As in the tables. */
    public static String text(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.2f" : "%,.0f", value);
    }

    /** A row of a table. */
    @Override
    public String toString() {
        return "| " + String.join(" | ", of, what, found, wanted, met ? "met" : "missed") + " |";
    }

    private static String text(double value, String unit) {
        return (text(value) + " " + unit).stripTrailing();
    }
}
