package dev.parley.ports.audio;

import java.io.InputStream;
import java.net.URI;

/** Files at URLs that callers choose. Safe for concurrent use. */
public interface RemoteFiles extends AutoCloseable {

    /**
     * The file there. Nobody is asked for it before the first read, and that blocks until it begins to come. What cannot be had
     * is told by {@link OutOfReachException}; a file that breaks off is never a quiet end. Closing it, from any thread, stops
     * whoever reads.
     */
    InputStream at(URI url);

    /** Stops whoever reads. */
    @Override
    void close();
}
