package dev.parley.rest.elevenlabs;

import dev.parley.rest.audio.AudioBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * An answer of two parts, laid out as the official clients take it apart by hand: they look for exact lines, the first of them
 * at the first byte.
 */
final class MixedBody {

    private final String boundary;

    /** @param task of which no audio can hold the name by chance */
    MixedBody(UUID task) {
        this.boundary = "parley-" + task;
    }

    String contentType() {
        return "multipart/mixed; boundary=" + boundary;
    }

    AudioBody of(DetailsJson details, AudioBody audio, String fileName, String type) {
        byte[] before = utf8(String.join(
                "\r\n",
                "--" + boundary,
                "Content-Type: application/json",
                "",
                details.toText(),
                "--" + boundary,
                "Content-Type: " + type,
                "Content-Disposition: attachment; filename=\"" + fileName + "\"",
                "",
                ""));
        byte[] after = utf8("\r\n--" + boundary + "--");
        return new AudioBody(
                joined(bytes(before), audio.stream(), bytes(after)), before.length + audio.length() + after.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream joined(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }
}
