package dev.parley.adapters.elevenlabs.wire;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer that is nothing but audio. HTTP says where it ends, so it must say so. */
public final class PlainAudio implements Content {

    private static final int MOST = 16 * 1024;

    private final InputStream body;
    private final AudioClock clock;
    private boolean begun;

    /** @throws IOException if nothing would tell its end from a broken connection */
    public PlainAudio(Answer answer, InputStream body, AudioFormat format) throws IOException {
        if (answer.header("content-length") == null && answer.header("transfer-encoding") == null) {
            throw new BadAudioException("it does not say where the audio ends");
        }
        this.body = body;
        this.clock = AudioClock.of(format);
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        byte[] audio = new byte[MOST];
        int length = body.read(audio);
        if (length < 0) {
            if (!begun) {
                throw new BadAudioException("it sent no audio");
            }
            return null;
        }
        byte[] heard = Arrays.copyOf(audio, length);
        clock.hear(heard);
        begun |= length > 0;
        return AudioChunk.of(heard);
    }
}
