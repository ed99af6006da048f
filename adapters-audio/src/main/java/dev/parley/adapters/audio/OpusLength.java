package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioLength.Meter;
import java.io.IOException;
import java.time.Duration;

/** Reads the places that Ogg's pages tell. */
final class OpusLength implements Meter {

    private static final int RATE_HZ = 48_000;

    private final OggReader pages = new OggReader();
    private volatile long samples;
    private boolean broken;

    @Override
    public void add(byte[] piece) {
        if (broken) {
            return;
        }
        try {
            pages.add(piece);
            for (var page = pages.next(); page != null; page = pages.next()) {
                samples = Math.max(samples, page.granule());
            }
        } catch (IOException _) {
            broken = true; // What came before counts.
        }
    }

    @Override
    public Duration length() {
        return Duration.ofMillis(Math.ceilDiv(samples * 1000, RATE_HZ));
    }
}
