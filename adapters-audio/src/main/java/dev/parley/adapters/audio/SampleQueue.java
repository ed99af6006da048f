package dev.parley.adapters.audio;

import java.util.Arrays;

/** Samples on their way. */
final class SampleQueue {

    private short[] samples = new short[2048];
    private int start;
    private int end;

    void add(short[] more, int count) {
        if (count > samples.length - end) {
            int size = size();
            short[] target = size + count <= samples.length / 2
                    ? samples
                    : new short[Math.max(samples.length, 2 * (size + count))];
            System.arraycopy(samples, start, target, 0, size);
            samples = target;
            start = 0;
            end = size;
        }
        System.arraycopy(more, 0, samples, end, count);
        end += count;
    }

    int size() {
        return end - start;
    }

    short[] take(int count) {
        short[] head = Arrays.copyOfRange(samples, start, start + count);
        start += count;
        return head;
    }
}
