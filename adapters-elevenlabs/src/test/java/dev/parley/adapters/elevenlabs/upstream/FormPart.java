package dev.parley.adapters.elevenlabs.upstream;

import org.jspecify.annotations.Nullable;

/**
 * One part of a form that reached the upstream.
 *
 * @param fileName null where it is a field
 * @param type as told; null where it was not
 * @param text of a field; nothing of a file, which is not kept
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record FormPart(
        String name, @Nullable String fileName, @Nullable String type, String text, long bytes, String sha256) {

    public boolean isFile() {
        return fileName != null;
    }
}
