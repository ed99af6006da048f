package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.AudioClock;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speech as it comes, with its timings set right, and proof that none of it is missing. */
final class SpokenContent implements Content {

    private final Piece.Source pieces;
    private final AudioClock clock;
    private final Timeline timeline;
    private final Wholeness wholeness;
    private final boolean timed;
    private boolean ended;

    /** Where the audio began whose timings are still to come. */
    private long untimedSince;

    SpokenContent(SpokenCall call, InputStream body) {
        this.pieces =
                call.timed() ? new TimedSource(body, call.request().delivery().streamed()) : new PlainSource(body);
        this.timed = call.timed();
        this.clock = AudioClock.of(call.request().format());
        var text = new SpokenText(call.turns());
        this.timeline = new Timeline(text);
        this.wholeness = new Wholeness(text, timeline);
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        while (!ended) {
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
        return null;
    }

    /** The timings that are still owed come last, without audio. */
    private @Nullable AudioChunk end() throws IOException {
        wholeness.check(clock.millis());
        ended = true;
        List<VoiceSegment> rest = timed ? timeline.finish(clock.millis()) : List.of();
        return rest.isEmpty() ? null : new AudioChunk(new byte[0], rest);
    }
}
