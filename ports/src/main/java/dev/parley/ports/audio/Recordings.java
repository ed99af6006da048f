package dev.parley.ports.audio;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;

/** Tells what a file is by its bytes, and how long its audio is. */
@FunctionalInterface
public interface Recordings {

    /**
     * Reads as much as it needs; the caller closes the channel.
     *
     * @return empty where it is no audio that can be measured
     */
    Optional<Recording> measure(SeekableByteChannel content) throws IOException;

    /**
     * What a file is.
     *
     * @param mediaType as {@code audio/mpeg} or {@code video/mp4}
     * @param length of its audio, counted where the form allows it and not as the file's head claims
     */
    record Recording(String mediaType, Duration length) {}
}
