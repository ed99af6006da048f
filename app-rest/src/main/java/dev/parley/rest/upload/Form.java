package dev.parley.rest.upload;

import dev.parley.application.Caller;
import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.Fingerprint;
import dev.parley.rest.live.Departures;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A form that has come, with its file. Closed with no task stored for it, it forgets the file. */
public final class Form implements AutoCloseable {

    private final ReceiveUploads.Batch batch;
    private final FormFields fields;
    private final FetchUploads fetch;
    private @Nullable File file;

    Form(ReceiveUploads.Batch batch, FormFields fields, FetchUploads fetch) {
        this.batch = batch;
        this.fields = fields;
        this.fetch = fetch;
    }

    /**
     * What has come.
     *
     * @param name of the part that it came in, or of the field that said where it is
     */
    record File(String name, ReceiveUploads.Batch.Taken content, boolean fetched) {}

    void take(File came) {
        file = came;
    }

    public boolean hasFile() {
        return file != null;
    }

    /**
     * Fetches the file, where the caller has named a place instead of sending it.
     *
     * @param field that the place came in
     * @param url null where none is named
     * @throws Refused where there is a file already, or none to be had
     */
    public void fetch(HttpRequest<?> request, Caller caller, String field, @Nullable String url, long bytesMax) {
        if (url == null) {
            return;
        }
        if (file != null) {
            throw Refused.invalid(field, "must not come with a file: send one of them.");
        }
        var source = new FetchUploads.Source(
                caller.account(), field, url, bytesMax, action -> Departures.whenOver(request, action));
        try {
            file = new File(field, fetch.fetch(batch, source), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FormFields fields() {
        return fields;
    }

    /** The name that the file has come under; the usual one where none has. */
    public String fileName(String usual) {
        return file == null ? usual : file.name();
    }

    /**
     * The file, once it has been looked at. Called once.
     *
     * @param usual name of its part
     * @param bytesMax of it, which may be less than was read
     * @param stated what it is where it cannot say itself; else null
     * @throws Refused where there is none, or it is too large, or no audio
     */
    public Upload upload(String usual, long bytesMax, @Nullable String stated) {
        if (file == null) {
            throw Refused.invalid(usual, "is required.");
        }
        if (file.content().bytes() > bytesMax) {
            throw Refused.invalid(file.name(), "is larger than " + bytesMax + " bytes.");
        }
        try {
            return file.content().as(stated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for every form that says the same, and brings the same file; of one that was fetched, by where from. */
    public String fingerprint(String... beside) {
        String content = file == null || file.fetched()
                ? ""
                : file.name() + " " + file.content().sha256();
        String[] all = Arrays.copyOf(beside, beside.length + 1);
        all[beside.length] = content;
        return Fingerprint.of(fields.tree(), all);
    }

    @Override
    public void close() {
        try (batch) {
            if (file != null) {
                file.content().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
