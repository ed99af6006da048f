package dev.parley.adapters.elevenlabs.music;

import dev.parley.adapters.elevenlabs.wire.AudioClock;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.Song;
import dev.parley.domain.render.Details;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer in two parts: what is known of the song, and the song. */
final class DetailedSong implements Content {

    /** Far more than ten minutes of words with their times. */
    private static final int JSON_MAX = 4 * 1024 * 1024;

    private final MixedParts parts;
    private final AudioClock clock;
    private final @Nullable String id;
    private @Nullable Song song;
    private boolean begun;

    DetailedSong(InputStream body, AudioFormat format, @Nullable String id) {
        this.parts = new MixedParts(body);
        this.clock = AudioClock.of(format);
        this.id = id;
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        if (song == null) {
            song = SongJson.read(Json.read(parts.first(JSON_MAX)), id);
        }
        byte[] piece = parts.nextOfLast();
        if (piece == null) {
            if (!begun) {
                throw new BadAudioException("it sent no audio");
            }
            return null;
        }
        clock.hear(piece);
        begun = true;
        return AudioChunk.of(piece);
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(song);
    }
}
