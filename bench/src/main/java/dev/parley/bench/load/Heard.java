package dev.parley.bench.load;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** What one caller has heard of the present answer. */
final class Heard {

    private final Answer wanted;
    private final Tally tally;
    private final CRC32C digest = new CRC32C();
    private long begun;
    private long first;
    private long length;

    Heard(Answer wanted, Tally tally) {
        this.wanted = wanted;
        this.tally = tally;
    }

    /** @param from when the request was due */
    void nothing(long from) {
        begun = from;
        first = 0;
        length = 0;
        digest.reset();
    }

    void piece(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return;
        }
        if (first == 0) {
            first = System.nanoTime();
        }
        length += bytes.remaining();
        digest.update(bytes);
    }

    void all() {
        if (wanted.is(length, digest.getValue())) {
            tally.answered(first - begun, System.nanoTime() - begun);
        } else {
            tally.wrong(length + " bytes instead of " + wanted.length());
        }
    }
}
