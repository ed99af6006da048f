package dev.parley.adapters.proxies.file;

import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is handed on as it is. */
record PlainSource(AudioFormat format, FileHead file) implements AudioSource {

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] piece = file.read(Integer.MAX_VALUE);
        return piece.length == 0 ? null : piece;
    }
}
