package dev.parley.adapters.elevenlabs.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.recording.Upload;
import dev.parley.ports.provider.Uploads;
import java.util.UUID;

/** A form with one file, which is read as it is sent, anew each time. Fields stand in the order in which they were put. */
final class Form implements Payload {

    /** Nobody who writes a field or a file can know it. */
    private final String boundary = "parley-" + UUID.randomUUID();

    private final StringBuilder fields = new StringBuilder();
    private final String fileField;
    private final Upload file;
    private final Uploads uploads;

    Form(String fileField, Upload file, Uploads uploads) {
        this.fileField = fileField;
        this.file = file;
        this.uploads = uploads;
    }

    Form put(String name, Object value) {
        fields.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value));
        return this;
    }

    /** For samples without a head the upstream must be told what they are. */
    Form putFileFormat() {
        return isBare(file) ? put("file_format", "pcm_s16le_16") : this;
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public Sending begin() {
        String fileHead =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, fileField, file.fileName(), file.mediaType());
        String end = "\r\n--" + boundary + "--\r\n";
        return new FormSending((fields + fileHead).getBytes(UTF_8), file, uploads, end.getBytes(UTF_8));
    }

    /** What is asked is the caller's own: it is not printed. */
    @Override
    public String toString() {
        return "Form[" + file.bytes() + " bytes]";
    }

    private static boolean isBare(Upload file) {
        return file.mediaType().replace(" ", "").equals("audio/pcm;rate=16000");
    }
}
