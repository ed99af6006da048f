package dev.parley.ports.provider;

import dev.parley.domain.recording.Upload;
import java.io.IOException;
import java.io.InputStream;

/** P15: what a caller has brought for a request. It is there while the attempt lasts, and may be read more than once. */
@FunctionalInterface
public interface Uploads {

    /** Nobody has brought anything. */
    Uploads NONE = upload -> {
        throw new IOException("there is no upload " + upload.part() + " of the task " + upload.task());
    };

    /**
     * Its bytes from the beginning, exactly as many as it says. Whoever opens it closes it.
     *
     * @throws IOException if it cannot be read any more
     */
    InputStream open(Upload upload) throws IOException;
}
