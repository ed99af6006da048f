package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;

/** A file read here and there through one small window. Beyond its end there are zeros, so walkers ask {@link #has} first. */
final class RecordedFile {

    private static final int WINDOW_BYTES = 64 * 1024;

    /** What is kept on the near side: walkers look a little ahead, and go back. */
    private static final int MARGIN_BYTES = 8 * 1024;

    /** Longer than any recording: whoever counts more has been told nonsense. */
    private static final double SECONDS_MAX = 3e8;

    private static final double MILLIS = 1000;
    private static final double ROUNDING = 1e-6;

    private final SeekableByteChannel content;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    private long windowAt;

    RecordedFile(SeekableByteChannel content) throws IOException {
        this.content = content;
        this.size = content.size();
        window.limit(0);
    }

    /** Of so many seconds; empty where there are none, or more than can be true. */
    static Optional<Recording> lasting(String mediaType, double seconds) {
        return seconds > 0 && seconds < SECONDS_MAX
                ? Optional.of(
                        new Recording(mediaType, Duration.ofMillis((long) Math.ceil(seconds * MILLIS - ROUNDING))))
                : Optional.empty();
    }

    long size() {
        return size;
    }

    boolean has(long at, long length) {
        return at >= 0 && length >= 0 && at <= size - length;
    }

    int u8(long at) throws IOException {
        if (!has(at, 1)) {
            return 0;
        }
        if (at < windowAt || at >= windowAt + window.limit()) {
            fill(at);
        }
        int index = (int) (at - windowAt);
        return index < window.limit() ? window.get(index) & 0xff : 0;
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u24(long at) throws IOException {
        return u16(at) << 8 | u8(at + 2);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long s64(long at) throws IOException {
        return u32(at) << 32 | u32(at + 4);
    }

    /** Little-endian. */
    int u16le(long at) throws IOException {
        return u8(at) | u8(at + 1) << 8;
    }

    /** Little-endian. */
    long u32le(long at) throws IOException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /** Little-endian. */
    long s64le(long at) throws IOException {
        return u32le(at) | u32le(at + 4) << 32;
    }

    /** Whether these letters of ASCII stand there. */
    boolean says(long at, String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (u8(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return has(at, word.length());
    }

    private void fill(long at) throws IOException {
        windowAt = Math.max(0, at < windowAt ? at - WINDOW_BYTES + MARGIN_BYTES : at - MARGIN_BYTES);
        window.clear();
        content.position(windowAt);
        int read = 0;
        while (window.hasRemaining() && read >= 0) {
            read = content.read(window);
        }
        window.flip();
    }
}
