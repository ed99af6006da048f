package dev.parley.domain.recording;

import java.time.Duration;
import java.util.UUID;

/**
 * A file that a caller has brought. It is stored until the task that it came for has ended.
 *
 * @param task id of that task
 * @param part place among the files of the task, from 0
 * @param mediaType what it was found to be, as {@code audio/mpeg}
 * @param length of its audio, as measured
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record Upload(UUID task, int part, String mediaType, long bytes, Duration length, String sha256) {

    /** Whether there is something to see. */
    public boolean isFilm() {
        return mediaType.startsWith("video/");
    }

    /** A name that fits what it is; the caller's own is not kept. */
    public String fileName() {
        return "audio-" + part + "." + mediaType.replaceFirst("^.*/(x-)?", "").replaceFirst("[;+].*$", "");
    }
}
