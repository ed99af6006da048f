package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import dev.parley.ports.provider.AudioStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that are there already, in two pieces. */
final class WholeStream implements AudioStream {

    private final byte[] bytes;
    private final @Nullable Details details;
    private final @Nullable AudioFormat format;
    private volatile boolean closed;
    private int at;

    WholeStream(byte[] bytes, @Nullable Details details) {
        this(bytes, details, null);
    }

    /** @param format that it tells, if it does */
    WholeStream(byte[] bytes, @Nullable Details details, @Nullable AudioFormat format) {
        this.bytes = bytes;
        this.details = details;
        this.format = format;
    }

    @Override
    public @Nullable AudioChunk next() {
        if (closed || at == bytes.length) {
            return null;
        }
        int start = at;
        at = at == 0 ? Math.ceilDiv(bytes.length, 2) : bytes.length;
        return AudioChunk.of(Arrays.copyOfRange(bytes, start, at));
    }

    @Override
    public Optional<AudioFormat> format() {
        return Optional.ofNullable(format);
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(details);
    }

    @Override
    public void close() {
        closed = true;
    }
}
