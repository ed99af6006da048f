package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.audio.AudioLength;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lengths by what has flown by: samples where they are counted one by one, bytes where the bitrate is constant, and the places
 * that Ogg's pages tell.
 */
public final class StandardLengths implements AudioLength {

    private static final int BITS = 8;
    private static final int SAMPLE_BYTES = 2;

    @Override
    public Meter meter(AudioFormat format) {
        return switch (format.codec()) {
            case PCM -> new ByBytes((long) format.sampleRateHz() * SAMPLE_BYTES);
            case ULAW, ALAW -> new ByBytes(format.sampleRateHz());
            case MP3 -> new Mp3Length(format.bitrateKbps() * 1000L / BITS);
            case OPUS -> new OpusLength();
        };
    }

    /** Where so many bytes are a second. */
    static final class ByBytes implements Meter {
        private final long bytesPerSecond;
        private final AtomicLong bytes = new AtomicLong();

        ByBytes(long bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public void add(byte[] piece) {
            bytes.addAndGet(piece.length);
        }

        @Override
        public Duration length() {
            return Duration.ofMillis(Math.ceilDiv(bytes.get() * 1000, bytesPerSecond));
        }
    }
}
