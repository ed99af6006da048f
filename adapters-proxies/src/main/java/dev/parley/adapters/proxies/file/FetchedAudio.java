package dev.parley.adapters.proxies.file;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file as it comes. Its bytes tell the format, whatever was asked for. */
final class FetchedAudio implements AudioStream {

    private final String upstream;
    private final AudioSource source;
    private final FileBody body;
    private boolean ended;
    private @Nullable ProviderException failed;
    private volatile boolean closed;

    FetchedAudio(String upstream, AudioSource source, FileBody body) {
        this.upstream = upstream;
        this.source = source;
        this.body = body;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (failed != null) {
            throw failed;
        }
        if (ended || closed) {
            return null;
        }
        try {
            byte[] piece = source.next();
            if (piece != null) {
                return AudioChunk.of(piece);
            }
            ended = true;
            shut();
            return null;
        } catch (IOException e) {
            failed = broken(upstream, e);
            shut();
            throw failed;
        }
    }

    @Override
    public Optional<AudioFormat> format() {
        return Optional.of(source.format());
    }

    @Override
    public void close() {
        closed = true;
        shut();
    }

    /** It has been made by now, and paid for. What a library says is not repeated. */
    static ProviderException broken(String upstream, IOException e) {
        String why = e instanceof UnfitFileException unfit ? unfit.getMessage() : "breaks off";
        return new ProviderException(new Failure.Unavailable("the file from " + upstream + " " + why), e);
    }

    private void shut() {
        try {
            body.close();
        } catch (IOException e) {
            System.getLogger(FetchedAudio.class.getName())
                    .log(System.Logger.Level.DEBUG, "a file of " + upstream + " could not be closed", e);
        }
    }
}
