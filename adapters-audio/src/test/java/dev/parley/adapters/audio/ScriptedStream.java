package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.ports.provider.AudioStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A source that counts how often it is read. */
final class ScriptedStream implements AudioStream {

    private final Iterator<AudioChunk> chunks;
    int reads;
    volatile boolean closed;

    ScriptedStream(Iterator<AudioChunk> chunks) {
        this.chunks = chunks;
    }

    static ScriptedStream of(AudioChunk... chunks) {
        return new ScriptedStream(Arrays.asList(chunks).iterator());
    }

    static ScriptedStream cut(byte[] bytes, int chunkBytes) {
        return new ScriptedStream(IntStream.range(0, Math.ceilDiv(bytes.length, chunkBytes))
                .mapToObj(i -> AudioChunk.of(
                        Arrays.copyOfRange(bytes, i * chunkBytes, Math.min(bytes.length, (i + 1) * chunkBytes))))
                .iterator());
    }

    @Override
    public @Nullable AudioChunk next() {
        if (closed || !chunks.hasNext()) {
            return null;
        }
        reads++;
        return chunks.next();
    }

    @Override
    public void close() {
        closed = true;
    }
}
