package dev.parley.bench.load;

/** A caller who asks one thing at a time. Belongs to the event loop. */
interface Line {

    /** @param from when the request was due */
    void ask(long from);
}
