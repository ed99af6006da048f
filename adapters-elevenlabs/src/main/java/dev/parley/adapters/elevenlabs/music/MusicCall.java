package dev.parley.adapters.elevenlabs.music;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * A piece of music. What is not for a listener is asked for with all that is known of it; so is what a stream cannot have, since
 * nothing that was asked for may be lost on the way.
 */
public record MusicCall(MusicRequest request) implements Call {

    @Override
    public String target() {
        return (isDetailed() ? "/v1/music/detailed" : "/v1/music/stream") + "?output_format=" + request.format();
    }

    @Override
    public Payload payload() {
        return new Payload.Text(MusicBody.of(request));
    }

    @Override
    public Content content(Answer answer, InputStream body) throws IOException {
        String song = SongJson.id(answer.header("song-id"));
        return isDetailed()
                ? new DetailedSong(body, request.format(), song)
                : new StreamedSong(answer, body, request.format(), song);
    }

    /** Prompts and lyrics are the caller's own: they are not printed. */
    @Override
    public String toString() {
        return "MusicCall[" + request.model() + ", " + request.characters() + " characters]";
    }

    private boolean isDetailed() {
        MusicOptions options = request.options();
        return !request.delivery().streamed()
                || options.wordTimes()
                || options.signed()
                || options.sectionDurations() != null;
    }
}
