package dev.parley.application.turns;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Failure;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speech as the provider makes it, listened to for its length: at its end, its characters are spread evenly over that. */
final class TimedSpeech implements AudioStream {

    private final AudioStream source;
    private final Turn turn;
    private final AudioFormat format;
    private final AudioDecoder decoder;
    private long samples;
    private boolean ended;
    private volatile boolean closed;
    private @Nullable ProviderException broken;

    TimedSpeech(AudioStream source, Turn turn, AudioFormat format, AudioDecoder decoder) {
        this.source = source;
        this.turn = turn;
        this.format = format;
        this.decoder = decoder;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (broken != null) {
            throw broken;
        }
        var chunk = ended ? null : source.next();
        if (ended || closed) {
            return null;
        }
        listen(chunk);
        if (chunk != null) {
            return chunk;
        }
        ended = true;
        long millis = 1000 * samples / format.sampleRateHz();
        return new AudioChunk(
                new byte[0], List.of(new VoiceSegment(0, 0, TurnTimes.even(turn.characters(), 0, millis))));
    }

    @Override
    public Optional<AudioFormat> format() {
        return Optional.of(format);
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }

    private void listen(@Nullable AudioChunk chunk) throws ProviderException {
        try {
            samples += (chunk == null ? decoder.finish() : decoder.decode(chunk.bytes())).length;
        } catch (IOException e) {
            broken = new ProviderException(
                    new Failure.Unavailable("The audio from the provider is broken: " + e.getMessage() + "."), e);
            throw broken;
        }
    }
}
