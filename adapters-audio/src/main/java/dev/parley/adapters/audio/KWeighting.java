package dev.parley.adapters.audio;

/**
 * How BS.1770 weighs frequencies: a shelf for the head, then a high pass. The standard gives coefficients for 48 kHz only; here
 * the analogue filters behind them are tuned to the rate.
 */
final class KWeighting {

    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_BEND = 0.4996667741545416;
    private static final double PASS_HZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;

    private final Biquad shelf;
    private final Biquad pass;

    KWeighting(int rateHz) {
        this.shelf = shelf(rateHz);
        this.pass = pass(rateHz);
    }

    double next(double sample) {
        return pass.next(shelf.next(sample));
    }

    private static Biquad shelf(int rateHz) {
        double k = Math.tan(Math.PI * SHELF_HZ / rateHz);
        double high = Math.pow(10, SHELF_DB / 20);
        double band = Math.pow(high, SHELF_BEND);
        double norm = 1 + k / SHELF_Q + k * k;
        return new Biquad(
                (high + band * k / SHELF_Q + k * k) / norm,
                2 * (k * k - high) / norm,
                (high - band * k / SHELF_Q + k * k) / norm,
                2 * (k * k - 1) / norm,
                (1 - k / SHELF_Q + k * k) / norm);
    }

    private static Biquad pass(int rateHz) {
        double k = Math.tan(Math.PI * PASS_HZ / rateHz);
        double norm = 1 + k / PASS_Q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / norm, (1 - k / PASS_Q + k * k) / norm);
    }

    /** A second-order filter, transposed direct form II. */
    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double near;
        private double far;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double next(double in) {
            double out = b0 * in + near;
            near = b1 * in - a1 * out + far;
            far = b2 * in - a2 * out;
            return out;
        }
    }
}
