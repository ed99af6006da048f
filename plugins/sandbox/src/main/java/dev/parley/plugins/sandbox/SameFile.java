package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file as it came: the sandbox cannot put words into a film. */
final class SameFile implements AudioStream {

    private static final System.Logger LOG = System.getLogger(SameFile.class.getName());
    private static final int PIECE_BYTES = 16 * 1024;

    private final InputStream file;
    private final TimeLimit time;
    private volatile boolean closed;

    SameFile(InputStream file, TimeLimit time) {
        this.file = file;
        this.time = time;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (closed) {
            throw new ProviderException(Failure.Unavailable.notRendered("The rendering was closed before its end."));
        }
        time.check();
        try {
            byte[] piece = file.readNBytes(PIECE_BYTES);
            return piece.length == 0 ? null : AudioChunk.of(piece);
        } catch (IOException e) {
            throw Recorded.unreadable(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an upload could not be closed", e);
        }
    }
}
