package dev.parley.adapters.elevenlabs;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rendering as it comes. Whatever ends it gives its place at the upstream back. */
final class LiveAudio implements AudioStream {

    private final WatchedInput body;
    private final Piece.Source pieces;
    private final AudioClock clock;
    private final Timeline timeline;
    private final Wholeness wholeness;
    private final KeyRing.Place place;
    private final boolean timed;
    private @Nullable AudioChunk first;
    private @Nullable Failure failure;
    private boolean ended;

    /** Where the audio began whose timings are still to come. */
    private long untimedSince;

    private volatile boolean closed;

    LiveAudio(RenderCall call, WatchedInput body, KeyRing.Place place) {
        this.body = body;
        this.pieces =
                call.timed() ? new TimedSource(body, call.request().delivery().streamed()) : new PlainSource(body);
        this.timed = call.timed();
        this.clock = AudioClock.of(call.request().format());
        var text = new SpokenText(call.turns());
        this.timeline = new Timeline(text);
        this.wholeness = new Wholeness(text, timeline);
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
    public void close() {
        close(true);
    }

    private @Nullable AudioChunk read() throws IOException {
        while (true) {
            Piece piece = pieces.next();
            if (piece == null) {
                return end();
            }
            clock.hear(piece.audio());
            wholeness.checkGrowing(clock.millis());
            List<VoiceSegment> segments = List.of();
            if (piece.timing() != null) {
                segments = timeline.accept(piece.timing(), untimedSince);
                untimedSince = clock.millis();
            }
            if (piece.audio().length > 0 || !segments.isEmpty()) {
                return new AudioChunk(piece.audio(), segments);
            }
        }
    }

    /** The timings that are still owed come last, without audio. */
    private @Nullable AudioChunk end() throws IOException {
        wholeness.check(clock.millis());
        ended = true;
        place.wentWell();
        close(false);
        List<VoiceSegment> rest = timed ? timeline.finish(clock.millis()) : List.of();
        return rest.isEmpty() ? null : new AudioChunk(new byte[0], rest);
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
