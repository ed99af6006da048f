package dev.parley.adapters.audio;

/** A Kaiser-windowed sinc, tabulated once: every pair of sample rates reads the same curve at its own stretch. */
final class SincKernel {

    /** How far the curve reaches to either side, in zero crossings. */
    static final int REACH = 32;

    /**
     * Where the curve is 6 dB down, as a share of the lower Nyquist frequency. Half of the window's transition band lies
     * above it, so that what could alias is already 90 dB down at the Nyquist frequency itself.
     */
    static final double CUTOFF = 0.917;

    private static final double BETA = 9;

    /** Dense enough that reading between two points errs by less than -115 dB. */
    private static final int POINTS_PER_CROSSING = 1024;

    private static final double[] CURVE = curve();

    private SincKernel() {}

    /** The curve at a distance from its centre, in zero crossings. */
    static double at(double crossings) {
        double place = Math.abs(crossings) * POINTS_PER_CROSSING;
        int point = (int) place;
        if (point >= REACH * POINTS_PER_CROSSING) {
            return 0;
        }
        return CURVE[point] + (place - point) * (CURVE[point + 1] - CURVE[point]);
    }

    private static double[] curve() {
        double[] curve = new double[REACH * POINTS_PER_CROSSING + 1];
        curve[0] = 1;
        for (int i = 1; i < curve.length; i++) {
            double angle = Math.PI * i / POINTS_PER_CROSSING;
            double share = (double) i / (curve.length - 1);
            curve[i] = Math.sin(angle) / angle * bessel(BETA * Math.sqrt(1 - share * share)) / bessel(BETA);
        }
        return curve;
    }

    /** The modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}
