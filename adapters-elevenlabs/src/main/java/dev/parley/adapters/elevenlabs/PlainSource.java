package dev.parley.adapters.elevenlabs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer that is nothing but audio. */
final class PlainSource implements Piece.Source {

    private static final int MOST = 16 * 1024;

    private final InputStream body;

    PlainSource(InputStream body) {
        this.body = body;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        byte[] audio = new byte[MOST];
        int length = body.read(audio);
        return length < 0 ? null : new Piece(Arrays.copyOf(audio, length), null);
    }
}
