package dev.parley.grpc;

import dev.parley.ports.audio.OutOfReachException;
import dev.parley.ports.audio.RemoteFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** At every place lies its path, without the first slash; nothing where that is empty. */
final class PlacedFiles implements RemoteFiles {

    @Override
    public InputStream at(URI url) {
        byte[] content = url.getPath().substring(1).getBytes(StandardCharsets.UTF_8);
        return content.length > 0 ? new ByteArrayInputStream(content) : new Nothing();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static final class Nothing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new OutOfReachException("could not be fetched: nothing is there.");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
