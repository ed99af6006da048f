package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.PlainAudio;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A preview as it comes. It takes no place: nothing is rendered. */
final class HeardPreview implements AudioStream {

    private final Answer answer;
    private final PlainAudio audio;
    private final AudioFormat format;
    private volatile boolean closed;
    private boolean ended;

    HeardPreview(Answer answer, WatchedInput body, AudioFormat format) throws IOException {
        this.answer = new Answer(answer.status(), answer.headers(), body);
        this.audio = new PlainAudio(answer, body, format);
        this.format = format;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (closed || ended) {
            return null;
        }
        try {
            var chunk = audio.next();
            ended = chunk == null;
            return chunk;
        } catch (IOException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs' preview broke off"), e);
        }
    }

    @Override
    public Optional<AudioFormat> format() {
        return Optional.of(format);
    }

    @Override
    public void close() {
        closed = true;
        answer.close();
    }
}
