package dev.parley.plugins.localvoice;

/**
 * How the engine has to speak so that a voice comes out. All but {@code formants} are in the engine's own terms, before
 * its speech is resampled.
 *
 * @param pitchHz mean
 * @param rangeHz standard deviation of the pitch
 * @param stretch duration as a multiple of the engine's own
 * @param formants factor by which resampling speeds the speech up: it moves the formants and undoes as much of the stretch
 */
record Manner(float pitchHz, float rangeHz, float stretch, double formants) {

    /** The rate at which the engine's samples must be read to sound as meant. */
    int readRateHz() {
        return (int) Math.round(Engine.SAMPLE_RATE_HZ * formants);
    }
}
