package dev.parley.adapters.proxies.file;

import dev.parley.ports.provider.Resampler;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A resampler of whole sounds, used block by block: each block is resampled with its neighbourhood, of which the result is cut
 * off again. Blocks are as long as it takes to make whole samples at both rates, so nothing is lost at the seams.
 */
final class BlockResampler {

    /** How far a sample of band-limited sound reaches, generously. */
    private static final int NEIGHBOURHOOD = 1_024;

    private static final int BLOCK = 8_192;

    private final Resampler resampler;
    private final int fromHz;
    private final int toHz;

    /** Samples after which both rates meet. */
    private final int from;

    private final int to;
    private final int around;
    private final int block;

    /** What was not resampled yet, after so many samples that were. */
    private short[] waiting = new short[0];

    private int before;

    BlockResampler(Resampler resampler, int fromHz, int toHz) {
        this.resampler = resampler;
        this.fromHz = fromHz;
        this.toHz = toHz;
        int common = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValue();
        this.from = fromHz / common;
        this.to = toHz / common;
        this.around = Math.ceilDiv(NEIGHBOURHOOD, from) * from;
        this.block = Math.ceilDiv(BLOCK, from) * from;
    }

    /** What these samples complete. */
    short[] push(short[] samples) {
        if (fromHz == toHz) {
            return samples;
        }
        append(samples);
        short[] made = new short[0];
        while (waiting.length >= before + block + around) {
            short[] piece = Arrays.copyOf(waiting, before + block + around);
            made = joined(made, cut(resampler.resample(piece, fromHz, toHz), block));
            int drop = before + block - around;
            waiting = Arrays.copyOfRange(waiting, Math.max(0, drop), waiting.length);
            before = Math.min(around, before + block);
        }
        return made;
    }

    /** The rest. */
    short[] finish(short[] samples) {
        if (fromHz == toHz) {
            return samples;
        }
        short[] made = push(samples);
        short[] last = resampler.resample(waiting, fromHz, toHz);
        return joined(made, Arrays.copyOfRange(last, Math.min(last.length, outputOf(before)), last.length));
    }

    private short[] cut(short[] resampled, int length) {
        return Arrays.copyOfRange(resampled, outputOf(before), outputOf(before + length));
    }

    private int outputOf(int samples) {
        return samples / from * to;
    }

    private void append(short[] samples) {
        waiting = joined(waiting, samples);
    }

    private static short[] joined(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
