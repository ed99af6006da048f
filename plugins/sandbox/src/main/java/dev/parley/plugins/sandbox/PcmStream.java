package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Samples as PCM, made as they are read. */
final class PcmStream implements AudioStream {

    private static final int PIECES_PER_SECOND = 5;

    private final Samples samples;
    private final TimeLimit time;
    private final @Nullable Details details;
    private volatile boolean closed;

    PcmStream(Samples samples, TimeLimit time, @Nullable Details details) {
        this.samples = samples;
        this.time = time;
        this.details = details;
    }

    static PcmStream of(Samples samples, TimeLimit time) {
        return new PcmStream(samples, time, null);
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (closed) {
            throw new ProviderException(Failure.Unavailable.notRendered("The rendering was closed before its end."));
        }
        time.check();
        short[] piece = piece(samples);
        return piece.length == 0 ? null : AudioChunk.of(bytes(piece));
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(details);
    }

    @Override
    public void close() {
        closed = true;
        samples.close();
    }

    static short[] piece(Samples samples) throws ProviderException {
        try {
            return samples.next(samples.rateHz() / PIECES_PER_SECOND);
        } catch (IOException e) {
            throw Recorded.unreadable(e);
        }
    }

    static byte[] bytes(short[] samples) {
        var bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
