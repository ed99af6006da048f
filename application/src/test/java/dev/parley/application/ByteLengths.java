package dev.parley.application;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.audio.AudioLength;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Where every byte is a second of audio. */
final class ByteLengths implements AudioLength {

    @Override
    public Meter meter(AudioFormat format) {
        var bytes = new AtomicLong();
        return new Meter() {
            @Override
            public void add(byte[] piece) {
                bytes.addAndGet(piece.length);
            }

            @Override
            public Duration length() {
                return Duration.ofSeconds(bytes.get());
            }
        };
    }
}
