package dev.parley.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/** Makes every request another one: a gateway may know one that it has just answered. */
final class Numbers {

    /** What stands in a body for its number. */
    static final String PLACE = "000000000";

    private static final AtomicLong LAST = new AtomicLong();

    private Numbers() {}

    /** As long as the place. */
    static String next() {
        String digits = Long.toString(LAST.incrementAndGet());
        return PLACE.substring(digits.length()) + digits;
    }
}
