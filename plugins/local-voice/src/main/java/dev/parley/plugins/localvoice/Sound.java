package dev.parley.plugins.localvoice;

/**
 * What makes one voice unlike another, as it is heard.
 *
 * @param pitchHz mean fundamental frequency
 * @param liveliness standard deviation of the pitch as a share of it, at the default stability
 * @param pace 1 is the engine's own; more is faster
 * @param formants factor on the engine's formants: below 1 a longer throat, above 1 a shorter one
 */
record Sound(double pitchHz, double liveliness, double pace, double formants) {

    private static final double SPEED_MIN = 0.5;
    private static final double SPEED_MAX = 2;

    /** @param stability 0 widens the pitch range to 1.6 times its own, 1 narrows it to 0.4 */
    Manner spoken(double stability, double speed) {
        double enginePitchHz = pitchHz / formants;
        double rangeHz = enginePitchHz * liveliness * (1.6 - 1.2 * Math.clamp(stability, 0, 1));
        double stretch = formants / (pace * Math.clamp(speed, SPEED_MIN, SPEED_MAX));
        return new Manner((float) enginePitchHz, (float) rangeHz, (float) stretch, formants);
    }
}
