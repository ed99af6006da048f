package dev.parley.ports.audio;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Keeps what was rendered until it is deleted. Safe for concurrent use. */
public interface AudioStore {

    /** Starts a new audio under a new random id. Nothing can be read before {@link Upload#commit}. */
    Upload create(Media format) throws IOException;

    /** Bytes from {@code offset}, to the end; empty where there is no such audio. The caller closes the stream. */
    Optional<InputStream> open(AudioRef audio, long offset) throws IOException;

    /** Audio no longer there is no error. */
    void delete(AudioRef audio) throws IOException;

    /**
     * Deletes what was committed, or begun and never committed, before this instant.
     *
     * @return how many were deleted
     */
    int deleteOlderThan(Instant limit) throws IOException;

    /** Audio on its way in. For one thread. */
    interface Upload extends AutoCloseable {
        void write(byte[] bytes) throws IOException;

        /** Makes everything written durable and readable. */
        AudioRef commit() throws IOException;

        /** Without a commit before it, forgets what was written. Idempotent. */
        @Override
        void close();
    }
}
