package dev.parley.rest.upload;

import dev.parley.application.upload.ReceiveUploads;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.fileupload.FileItemStream;

/** Takes the parts of one form, in whatever order they come, and bounds each of them. */
final class Parts {

    static final int COUNT_MAX = 1200;

    private static final int TEXT_BYTES_MAX = 64 * 1024;

    private final ReceiveUploads.Batch batch;
    private final FormFields fields;
    private final Form form;
    private final Bounds bounds;
    private int count;
    private int textBytes;

    /**
     * What may come.
     *
     * @param files names of the parts that are files
     * @param fileBytesMax of a file
     * @param textBytesMax of all that is no file
     */
    record Bounds(List<String> files, long fileBytesMax, int textBytesMax) {}

    Parts(ReceiveUploads.Batch batch, FormFields fields, Form form, Bounds bounds) {
        this.batch = batch;
        this.fields = fields;
        this.form = form;
        this.bounds = bounds;
    }

    void take(FileItemStream part) throws IOException {
        String name = part.getFieldName();
        if (name == null) {
            throw bad("The body has a part without a name.");
        }
        if (++count > COUNT_MAX) {
            throw bad("The body has more than " + COUNT_MAX + " parts.");
        }
        if (bounds.files().contains(name)) {
            file(name, part);
        } else {
            text(name, part);
        }
    }

    private void file(String name, FileItemStream part) throws IOException {
        if (form.hasFile()) {
            throw Refused.invalid(name, "must be the only file.");
        }
        try (var content = part.openStream()) {
            form.take(new Form.File(name, batch.take(name, content, bounds.fileBytesMax()), false));
        }
    }

    private void text(String name, FileItemStream part) throws IOException {
        String type = part.getContentType();
        if (!part.isFormField() && (type == null || !type.startsWith("application/json"))) {
            throw Refused.invalid(
                    name,
                    "is a file, which is not taken here: it is '"
                            + bounds.files().getFirst() + "' that is.");
        }
        byte[] bytes;
        try (var content = part.openStream()) {
            bytes = content.readNBytes(TEXT_BYTES_MAX + 1);
        }
        textBytes += bytes.length;
        if (bytes.length > TEXT_BYTES_MAX || textBytes > bounds.textBytesMax()) {
            throw Refused.invalid(
                    name,
                    "is too long: a text may have " + TEXT_BYTES_MAX + " bytes, and all together "
                            + bounds.textBytesMax() + ".");
        }
        fields.add(name, decoded(name, bytes));
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Refused.invalid(name, "is not valid UTF-8.");
        }
    }

    private static HttpRefused bad(String message) {
        return new HttpRefused(HttpStatus.BAD_REQUEST, message);
    }
}
