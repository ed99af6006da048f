package dev.parley.adapters.audio;

import java.util.Arrays;

/** Bytes that have come and are not yet understood. */
final class ByteQueue {

    private byte[] bytes = new byte[4096];
    private int start;
    private int end;
    private long taken;

    void add(byte[] more) {
        if (more.length > bytes.length - end) {
            int size = size();
            byte[] target = size + more.length <= bytes.length / 2
                    ? bytes
                    : new byte[Math.max(bytes.length, 2 * (size + more.length))];
            System.arraycopy(bytes, start, target, 0, size);
            bytes = target;
            start = 0;
            end = size;
        }
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    int size() {
        return end - start;
    }

    /** How many bytes were taken before the first one here. */
    long taken() {
        return taken;
    }

    /** The byte at this index, 0 to 255. */
    int at(int index) {
        return bytes[start + index] & 0xff;
    }

    /** Whether these characters, all of them ASCII, come next. */
    boolean startsWith(String ascii) {
        if (size() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] take(int count) {
        byte[] head = Arrays.copyOfRange(bytes, start, start + count);
        drop(count);
        return head;
    }

    void drop(int count) {
        start += count;
        taken += count;
    }
}
