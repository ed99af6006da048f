package dev.parley.bench.trial;

/**
 * One dialogue that was heard.
 *
 * @param sound how long it lasts, in seconds
 * @param first seconds until its first byte
 * @param whole seconds until its last
 * @param cpuSeconds of the gateway
 */
record Spoken(double sound, double first, double whole, double cpuSeconds, long bytes) {

    double realTimeFactor() {
        return whole / sound;
    }

    double cpuMillisPerSecond() {
        return cpuSeconds * 1000 / sound;
    }

    double bytesPerSecond() {
        return bytes / sound;
    }
}
