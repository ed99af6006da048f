package dev.parley.ports.provider;

/** Sample rate conversion, lent to plugins so that none has to bring its own. Safe for concurrent use. */
@FunctionalInterface
public interface Resampler {

    /**
     * The same sound at another rate, band-limited and without delay.
     *
     * @param samples one channel; not changed
     * @param fromHz 4,000 to 192,000
     * @param toHz 4,000 to 192,000
     * @return {@code round(samples.length * toHz / fromHz)} samples, clipped to 16 bits
     */
    short[] resample(short[] samples, int fromHz, int toHz);
}
