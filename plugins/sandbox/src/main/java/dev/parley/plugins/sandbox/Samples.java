package dev.parley.plugins.sandbox;

import java.io.IOException;

/** Sound of one channel, pulled by one reader. */
interface Samples extends AutoCloseable {

    int rateHz();

    /** The next so many, or fewer at the end; none after it. */
    short[] next(int atMost) throws IOException;

    /** From any thread. */
    @Override
    default void close() {
        // Most have nothing open.
    }
}
