package dev.parley.adapters.audio;

import dev.parley.ports.audio.Loudness;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Mean power of blocks of 400 ms, a new one every 100 ms, that lie above both gates. */
final class GatedMeter implements Loudness.Meter {

    private static final int HOPS_PER_SECOND = 10;
    private static final int HOPS_PER_BLOCK = 4;
    private static final double ABSOLUTE_GATE_LUFS = -70;
    private static final double RELATIVE_GATE_LU = -10;
    private static final double OFFSET_LUFS = -0.691;

    private final KWeighting weighting;
    private final int hop;
    private final double[] sums = new double[HOPS_PER_BLOCK];
    private double[] blocks = new double[64];
    private int blockCount;
    private long hops;
    private int inHop;
    private double sum;

    GatedMeter(int rateHz) {
        this.weighting = new KWeighting(rateHz);
        this.hop = rateHz / HOPS_PER_SECOND;
    }

    @Override
    public void add(short[] samples) {
        for (short sample : samples) {
            double weighted = weighting.next(sample / 32768.0);
            sum += weighted * weighted;
            if (++inHop == hop) {
                endHop();
            }
        }
    }

    @Override
    public OptionalDouble lufs() {
        double audible = meanAbove(power(ABSOLUTE_GATE_LUFS));
        if (!(audible > 0)) {
            return OptionalDouble.empty();
        }
        double gate = Math.max(power(ABSOLUTE_GATE_LUFS), power(lufs(audible) + RELATIVE_GATE_LU));
        return OptionalDouble.of(lufs(meanAbove(gate)));
    }

    private void endHop() {
        sums[(int) (hops++ % HOPS_PER_BLOCK)] = sum;
        sum = 0;
        inHop = 0;
        if (hops < HOPS_PER_BLOCK) {
            return;
        }
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blocks.length);
        }
        blocks[blockCount++] = Arrays.stream(sums).sum() / ((double) hop * HOPS_PER_BLOCK);
    }

    private double meanAbove(double gate) {
        return Arrays.stream(blocks, 0, blockCount)
                .filter(block -> block > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double power) {
        return OFFSET_LUFS + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs - OFFSET_LUFS) / 10);
    }
}
