package dev.parley.ports.audio;

import dev.parley.domain.recording.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps what callers bring until the task that it came for has ended. Safe for concurrent use. */
public interface UploadStore {

    /** Starts a file. Nothing of it can be read before {@link Arrival#end}. */
    Arrival receive(UUID task, int part) throws IOException;

    /**
     * Its bytes from the beginning. The caller closes the stream.
     *
     * @throws IOException also if it is not there any more
     */
    InputStream open(Upload upload) throws IOException;

    /** Deletes all that came for the task. What is not there is no error. */
    void delete(UUID task) throws IOException;

    /** For which tasks something came before this instant, and is still there. */
    List<UUID> olderThan(Instant limit) throws IOException;

    /** How much more may come before the disk is full. */
    long freeBytes() throws IOException;

    /** A file on its way in. For one thread. */
    interface Arrival extends AutoCloseable {

        /** @param bytes the first {@code length} of them */
        void write(byte[] bytes, int length) throws IOException;

        /** All of it has come. */
        Arrived end() throws IOException;

        /** Without an end before it, forgets what has come. Idempotent. */
        @Override
        void close() throws IOException;
    }

    /**
     * A file that has come.
     *
     * @param content read from anywhere, by whoever asks what it is; they close it
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     */
    record Arrived(SeekableByteChannel content, long bytes, String sha256) {}
}
