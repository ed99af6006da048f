package dev.parley.bench.trial;

import java.io.InputStream;
import java.util.Arrays;

/** So many bytes of nothing, of which few are there at once. */
final class Silence extends InputStream {

    private long left;

    Silence(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left == 0 && length > 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        Arrays.fill(buffer, offset, offset + count, (byte) 0);
        left -= count;
        return count;
    }
}
