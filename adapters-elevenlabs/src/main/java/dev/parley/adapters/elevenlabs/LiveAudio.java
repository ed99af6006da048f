package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rendering as it comes. Whatever ends it gives its place at the upstream back. */
final class LiveAudio implements AudioStream {

    private final WatchedInput body;
    private final Content content;
    private final KeyRing.Place place;
    private @Nullable AudioChunk first;
    private @Nullable Failure failure;
    private boolean ended;
    private volatile boolean closed;

    /** @param content of that body */
    LiveAudio(Content content, WatchedInput body, KeyRing.Place place) {
        this.content = content;
        this.body = body;
        this.place = place;
    }

    /** Waits for the first audio, which {@link #next} then returns. */
    LiveAudio begin() throws ProviderException {
        List<VoiceSegment> early = new ArrayList<>();
        AudioChunk chunk = next();
        while (chunk != null && chunk.bytes().length == 0) {
            early.addAll(chunk.segments());
            chunk = next();
        }
        if (chunk == null) {
            throw new ProviderException(new Failure.Unavailable("interrupted"));
        }
        early.addAll(chunk.segments());
        first = new AudioChunk(chunk.bytes(), early);
        body.begun();
        return this;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        AudioChunk waiting = first;
        first = null;
        if (closed || (failure == null && ended)) {
            return null;
        }
        if (failure != null) {
            throw new ProviderException(failure);
        }
        if (waiting != null) {
            return waiting;
        }
        try {
            return read();
        } catch (IOException e) {
            failure = new Failure.Unavailable(reason(e));
            close(false);
            throw new ProviderException(failure, e);
        }
    }

    @Override
    public Optional<Details> details() {
        return ended ? content.details() : Optional.empty();
    }

    @Override
    public void close() {
        close(true);
    }

    private @Nullable AudioChunk read() throws IOException {
        AudioChunk chunk = content.next();
        if (chunk == null) {
            ended = true;
            place.wentWell();
            close(false);
        }
        return chunk;
    }

    private void close(boolean byReader) {
        if (byReader) {
            closed = true;
        }
        try {
            body.close();
        } catch (IOException e) {
            System.getLogger(LiveAudio.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection to ElevenLabs could not be closed", e);
        } finally {
            place.release();
        }
    }

    /** What the reader and we ourselves say is safe to repeat; what a library says may not be. */
    private static String reason(IOException e) {
        return switch (e) {
            case WatchedInput.TooLateException late -> "ElevenLabs: " + late.getMessage();
            case BadAudioException bad -> "ElevenLabs: " + bad.getMessage();
            default -> "the connection to ElevenLabs broke in the middle";
        };
    }
}
