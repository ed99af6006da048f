package dev.parley.adapters.elevenlabs.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.recording.Upload;
import dev.parley.ports.provider.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form, mostly with files, which are read as it is sent, anew each time. Fields stand in the order in which they were put. */
public final class Form implements Payload {

    /** Nobody who writes a field or a file can know it. */
    private final String boundary = "parley-" + UUID.randomUUID();

    private final StringBuilder fields = new StringBuilder();
    private final String fileField;
    private final List<Upload> files;
    private final Uploads uploads;

    Form(String fileField, Upload file, Uploads uploads) {
        this(fileField, List.of(file), uploads);
    }

    Form(String fileField, List<Upload> files, Uploads uploads) {
        this.fileField = fileField;
        this.files = List.copyOf(files);
        this.uploads = uploads;
    }

    /** One without files. */
    public Form() {
        this("", List.of(), Uploads.NONE);
    }

    public Form put(String name, Object value) {
        fields.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value));
        return this;
    }

    /** For samples without a head the upstream must be told what they are. */
    Form putFileFormat() {
        return files.stream().anyMatch(Form::isBare) ? put("file_format", "pcm_s16le_16") : this;
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public Sending begin() {
        List<FormSending.Part> parts = new ArrayList<>();
        String before = fields.toString();
        for (Upload file : files) {
            parts.add(new FormSending.Part((before + head(file)).getBytes(UTF_8), file));
            before = "\r\n";
        }
        return new FormSending(parts, uploads, (before + "--" + boundary + "--\r\n").getBytes(UTF_8));
    }

    /** What is asked is the caller's own: it is not printed. */
    @Override
    public String toString() {
        return "Form[" + files.stream().mapToLong(Upload::bytes).sum() + " bytes]";
    }

    private String head(Upload file) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, fileField, file.fileName(), file.mediaType());
    }

    private static boolean isBare(Upload file) {
        return file.mediaType().replace(" ", "").equals("audio/pcm;rate=16000");
    }
}
