package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;

/** All forms that can be measured, told apart by how they begin. */
public final class StandardRecordings implements Recordings {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT_BYTES = 16;

    @Override
    public Optional<Recording> measure(SeekableByteChannel content) throws IOException {
        var head = read(content, 0, 12);
        return head.remaining() == 12 && head.getInt(0) == RIFF && head.getInt(8) == WAVE
                ? wave(content)
                : Optional.empty();
    }

    /** A head may promise more than there is: what is there counts. */
    private static Optional<Recording> wave(SeekableByteChannel content) throws IOException {
        long bytesPerSecond = 0;
        long at = 12;
        while (at + CHUNK_HEADER <= content.size()) {
            var chunk = read(content, at, CHUNK_HEADER + FORMAT_BYTES);
            long length = chunk.getInt(4) & 0xffff_ffffL;
            if (chunk.getInt(0) == FORMAT && chunk.remaining() == CHUNK_HEADER + FORMAT_BYTES) {
                bytesPerSecond = chunk.getInt(CHUNK_HEADER + 8) & 0xffff_ffffL;
            }
            if (chunk.getInt(0) == DATA && bytesPerSecond > 0) {
                long bytes = Math.min(length, content.size() - at - CHUNK_HEADER);
                return Optional.of(
                        new Recording("audio/wav", Duration.ofMillis(Math.ceilDiv(bytes * 1000, bytesPerSecond))));
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return Optional.empty();
    }

    private static ByteBuffer read(SeekableByteChannel content, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        content.position(at);
        while (bytes.hasRemaining() && content.read(bytes) >= 0) {
            // As much as there is.
        }
        return bytes.flip();
    }
}
