package dev.parley.bench.load;

import java.util.zip.CRC32C;

/**
 * What must come.
 *
 * @param length of the sound
 * @param digest CRC-32C of it
 */
record Answer(long length, long digest) {

    static Answer of(byte[] sound) {
        var digest = new CRC32C();
        digest.update(sound);
        return new Answer(sound.length, digest.getValue());
    }
}
