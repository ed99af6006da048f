package dev.parley.plugins.localvoice;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.plugins.localvoice.Script.Part;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks one sentence whenever its reader asks for the next piece, and only the first of them before. */
final class SpokenStream implements AudioStream {

    private static final int SAMPLES_PER_MILLI = Engine.SAMPLE_RATE_HZ / 1000;
    private static final int BETWEEN_TURNS = 300 * SAMPLES_PER_MILLI;
    private static final int BETWEEN_SENTENCES = 120 * SAMPLES_PER_MILLI;

    private final Script script;
    private final SentenceSpeaker speaker;
    private final Studio studio;
    private @Nullable Part upNext;
    private @Nullable AudioChunk ahead;
    private long samplesSpoken;
    private volatile boolean closed;

    SpokenStream(Script script, SentenceSpeaker speaker, Studio studio) {
        this.script = script;
        this.speaker = speaker;
        this.studio = studio;
    }

    /** Speaks the first sentence, so that whoever holds the stream knows that audio has begun. */
    void begin() throws ProviderException {
        ahead = speakNext();
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        var chunk = ahead;
        if (chunk == null) {
            return speakNext();
        }
        checkOpen();
        ahead = null;
        return chunk;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A sentence stays the next until it is spoken: a failure must not turn into a quiet end. */
    private @Nullable AudioChunk speakNext() throws ProviderException {
        var part = upNext == null ? script.next() : upNext;
        upNext = part;
        if (part == null) {
            return null;
        }
        checkOpen();
        var take =
                studio.with(engine -> speaker.speak(part.sentence(), part.line().manner(), engine));
        upNext = null;
        return chunk(part, take);
    }

    private void checkOpen() throws ProviderException {
        if (closed) {
            throw new ProviderException(Failure.Unavailable.notRendered("The rendering was closed before its end."));
        }
        studio.checkDeadline();
    }

    private AudioChunk chunk(Part part, Take take) {
        int pause = pause(part);
        long startMillis = (samplesSpoken + pause) / SAMPLES_PER_MILLI;
        var segment = new VoiceSegment(part.line().turn(), part.sentence().first(), take.times()).later(startMillis);
        samplesSpoken += pause + take.samples().length;
        return new AudioChunk(bytes(pause, take.samples()), List.of(segment));
    }

    private int pause(Part part) {
        boolean turnBegins = part.sentence().first() == 0;
        var asked = part.line().pause();
        if (turnBegins && asked != null) {
            return Math.toIntExact(asked.toMillis() * SAMPLES_PER_MILLI);
        }
        return samplesSpoken == 0 ? 0 : turnBegins ? BETWEEN_TURNS : BETWEEN_SENTENCES;
    }

    private static byte[] bytes(int pause, short[] samples) {
        var bytes = ByteBuffer.allocate((pause + samples.length) * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(pause * Short.BYTES).asShortBuffer().put(samples);
        return bytes.array();
    }
}
