package dev.parley.adapters.audio;

/** The filter's weights, by where an output sample lies between two input samples. For one thread. */
final class PhaseTaps {

    /** Above this many weights they are worked out each time: odd pairs of rates have up to 192,000 phases. */
    private static final int KEPT_MAX = 1 << 17;

    private final int phases;
    private final int reach;
    private final double scale;
    private final double[][] kept;

    /** Room for the weights of one phase, where they are not kept. */
    private final double[] scratch;

    /** Output samples lie on {@code phases} places between two input samples; {@code perOutput / phases} apart. */
    PhaseTaps(int phases, int perOutput) {
        this.phases = phases;
        this.scale = SincKernel.CUTOFF * Math.min(1, (double) phases / perOutput);
        // Even, so that the number of weights divides by four.
        this.reach = 2 * (int) Math.ceil(SincKernel.REACH / scale / 2);
        this.kept = (long) phases * 2 * reach <= KEPT_MAX ? new double[phases][] : new double[0][];
        this.scratch = new double[kept.length == 0 ? 2 * reach : 0];
    }

    /** How many input samples on either side of an output sample have a say in it. */
    int reach() {
        return reach;
    }

    /** Weights of the {@code 2 * reach} samples around the place; the first {@code reach} lie at or before it. */
    double[] at(int phase) {
        if (kept.length == 0) {
            fill(scratch, phase);
            return scratch;
        }
        if (kept[phase] == null) {
            kept[phase] = new double[2 * reach];
            fill(kept[phase], phase);
        }
        return kept[phase];
    }

    private void fill(double[] weights, int phase) {
        double place = (double) phase / phases;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = SincKernel.at((i - reach + 1 - place) * scale);
            sum += weights[i];
        }
        // A steady level comes out as it went in, at every phase.
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }
}
