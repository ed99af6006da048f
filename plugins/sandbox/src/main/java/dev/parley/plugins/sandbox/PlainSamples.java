package dev.parley.plugins.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Samples as they stand in a file, mixed to one channel and brought to another rate by straight lines. */
final class PlainSamples implements Samples {

    private static final int FRAMES = 4096;

    private final InputStream content;
    private final WaveChunks.Form form;
    private final int rateHz;
    private byte[] block = new byte[0];
    private int blockAt;
    private long readFrames;
    private int before;
    private int after;
    private boolean ended;
    private long at;

    PlainSamples(InputStream content, WaveChunks.Form form, int rateHz) {
        this.content = content;
        this.form = form;
        this.rateHz = rateHz;
    }

    @Override
    public int rateHz() {
        return rateHz;
    }

    @Override
    public short[] next(int atMost) throws IOException {
        short[] samples = new short[atMost];
        for (int i = 0; i < atMost; i++, at++) {
            double place = (double) at * form.rateHz() / rateHz;
            while (readFrames < (long) place + 2 && !ended) {
                read();
            }
            if (ended && place >= readFrames) {
                return Arrays.copyOf(samples, i);
            }
            samples[i] = (short) (before + (after - before) * (place - Math.floor(place)));
        }
        return samples;
    }

    private void read() throws IOException {
        int frameBytes = form.channels() * form.bits() / 8;
        if (blockAt + frameBytes > block.length) {
            block = content.readNBytes(FRAMES * frameBytes);
            blockAt = 0;
        }
        before = after;
        if (block.length < frameBytes) {
            ended = true;
            return;
        }
        int sum = 0;
        for (int i = 0; i < form.channels(); i++) {
            sum += sample();
        }
        after = sum / form.channels();
        readFrames++;
    }

    private int sample() {
        if (form.bits() == 8) {
            return ((block[blockAt++] & 0xff) - 128) << 8;
        }
        int sample = (block[blockAt] & 0xff) | (block[blockAt + 1] << 8);
        blockAt += 2;
        return sample;
    }
}
