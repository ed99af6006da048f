package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A finished dub as it is fetched: an MP3, or a film. HTTP says where it ends, so it must say so. */
final class DubbedStream implements AudioStream {

    private static final int MOST = 16 * 1024;

    private final WatchedInput body;
    private final Runnable fetched;
    private boolean begun;
    private boolean ended;
    private volatile boolean closed;

    /** @param fetched what follows once all of it was read */
    DubbedStream(Answer answer, WatchedInput body, Runnable fetched) throws ProviderException {
        if (answer.header("content-length") == null && answer.header("transfer-encoding") == null) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs does not say where the dub ends"));
        }
        this.body = body;
        this.fetched = fetched;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (closed || ended) {
            return null;
        }
        try {
            byte[] piece = new byte[MOST];
            int length = body.read(piece);
            if (length >= 0) {
                begun = true;
                body.begun();
                return AudioChunk.of(Arrays.copyOf(piece, length));
            }
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("the connection to ElevenLabs broke in the middle"), e);
        }
        if (!begun) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs sent no dub"));
        }
        ended = true;
        fetched.run();
        return null;
    }

    @Override
    public void close() {
        closed = true;
        try {
            body.close();
        } catch (IOException e) {
            System.getLogger(DubbedStream.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection to ElevenLabs could not be closed", e);
        }
    }
}
