package dev.parley.plugins.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Another sound, of a length of its own: cut or filled up with silence, and modulated by a tone where somebody asks. */
final class Changed implements Samples {

    private static final int LOWEST_HZ = 40;
    private static final int HIGHEST_HZ = 240;

    private final Samples source;
    private final long count;
    private final InputStream content;
    private double hertz;
    private long at;

    /** @param content closed with it */
    Changed(Samples source, long count, InputStream content) {
        this.source = source;
        this.count = count;
        this.content = content;
    }

    /** Ring modulation by a tone that this name decides: plainly the same recording, and plainly changed. */
    Changed modulated(String name) {
        hertz = LOWEST_HZ + Fingerprint.choice(name, HIGHEST_HZ - LOWEST_HZ);
        return this;
    }

    @Override
    public int rateHz() {
        return source.rateHz();
    }

    @Override
    public short[] next(int atMost) throws IOException {
        int wanted = (int) Math.min(atMost, count - at);
        short[] samples = new short[wanted];
        short[] read = source.next(wanted);
        for (int i = 0; i < wanted; i++, at++) {
            double tone = hertz == 0 ? 1 : Math.sin(2 * Math.PI * hertz * at / rateHz());
            samples[i] = i < read.length ? (short) (read[i] * tone) : 0;
        }
        return samples;
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
