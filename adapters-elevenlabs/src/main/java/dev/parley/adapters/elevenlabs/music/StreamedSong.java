package dev.parley.adapters.elevenlabs.music;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.PlainAudio;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Music as it is made. Of the song only its id is told, and that only where it is kept. */
final class StreamedSong implements Content {

    private final PlainAudio audio;
    private final @Nullable String id;

    StreamedSong(Answer answer, InputStream body, AudioFormat format, @Nullable String id) throws IOException {
        this.audio = new PlainAudio(answer, body, format);
        this.id = id;
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        return audio.next();
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(id).map(known -> SongJson.read(Json.object(), known));
    }
}
