package dev.parley.bench.load;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What must come.
 *
 * @param length of it
 * @param digest CRC-32C of it; null where each answer is another
 */
record Answer(long length, @Nullable Long digest) {

    static Answer of(byte[] sound) {
        var digest = new CRC32C();
        digest.update(sound);
        return new Answer(sound.length, digest.getValue());
    }

    /** As long as this one. */
    static Answer like(byte[] example) {
        return new Answer(example.length, null);
    }

    boolean is(long heardLength, long heardDigest) {
        return heardLength == length && (digest == null || heardDigest == digest);
    }
}
