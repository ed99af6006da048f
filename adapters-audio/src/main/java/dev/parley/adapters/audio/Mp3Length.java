package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioLength.Meter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the frames of MPEG layer III. What has none of them is counted by its bytes. */
final class Mp3Length implements Meter {

    private final Mp3Frames frames = new Mp3Frames();
    private final Meter byBytes;
    private final AtomicLong micros = new AtomicLong();
    private double seconds;
    private volatile boolean broken;

    Mp3Length(long bytesPerSecond) {
        this.byBytes = new StandardLengths.ByBytes(bytesPerSecond);
    }

    @Override
    public void add(byte[] piece) {
        byBytes.add(piece);
        if (broken) {
            return;
        }
        try {
            frames.add(piece);
            for (var frame = frames.next(); frame != null; frame = frames.next()) {
                seconds += (double) frame.header().samples() / frame.header().rateHz();
            }
            micros.set(Math.round(seconds * 1_000_000));
        } catch (IOException _) {
            broken = true; // Its bytes are all that there is to count.
        }
    }

    @Override
    public Duration length() {
        return broken ? byBytes.length() : Duration.ofMillis(Math.ceilDiv(micros.get(), 1000L));
    }
}
