package dev.parley.rest.upload;

import dev.parley.application.Limits;
import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.rest.error.HttpRefused;
import dev.parley.rest.json.RequestJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;

/** Reads multipart/form-data as it comes. Blocks until all of it has come; none of its files is ever held in memory. */
@Singleton
public final class FormReader {

    private static final int HEADERS_BYTES_MAX = 4 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final ReceiveUploads uploads;
    private final FetchUploads fetch;
    private final RequestJson json;
    private final Limits limits;

    FormReader(ReceiveUploads uploads, FetchUploads fetch, RequestJson json, Limits limits) {
        this.uploads = uploads;
        this.fetch = fetch;
        this.json = json;
        this.limits = limits;
    }

    /** The largest request that there may be: the largest file, and all that may come beside it. */
    public static long bytesMax(Limits limits) {
        long file = Math.max(limits.uploadBytesMax(), limits.transcriptionBytesMax());
        return file + limits.bodyBytesMax() + (long) Parts.COUNT_MAX * HEADERS_BYTES_MAX;
    }

    /** A form of nothing, for a request that is none and names a file to fetch. */
    public Form none() {
        return new Form(uploads.begin(), new FormFields(json), fetch);
    }

    /** Whether the request says that it is a form. */
    public static boolean isForm(HttpRequest<?> request) {
        String stated = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        return stated != null && stated.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    /**
     * Reads all of it.
     *
     * @param fileBytesMax of a file
     * @param files names of the part that is a file, the usual one first; it may come once
     * @return what has come, which forgets its files when it is closed unless they are kept
     */
    public Form read(HttpRequest<?> request, long fileBytesMax, String... files) {
        checkType(request);
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("a server's request has a body");
        }
        var batch = uploads.begin();
        var fields = new FormFields(json);
        var form = new Form(batch, fields, fetch);
        var parts =
                new Parts(batch, fields, form, new Parts.Bounds(List.of(files), fileBytesMax, limits.bodyBytesMax()));
        boolean read = false;
        try (var body = new BodyStream(server.byteBody().toByteArrayPublisher(), PATIENCE, LONGEST)) {
            for (var coming = coming(request, body); coming.hasNext(); ) {
                parts.take(coming.next());
            }
            read = true;
            return form;
        } catch (FileUploadException | FileUploadIOException | MalformedStreamException _) {
            throw new HttpRefused(HttpStatus.BAD_REQUEST, "The body is not whole and well-formed multipart/form-data.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!read) {
                form.close();
            }
        }
    }

    private static FileItemIterator coming(HttpRequest<?> request, BodyStream body)
            throws FileUploadException, IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(HEADERS_BYTES_MAX);
        return upload.getItemIterator(new Body(request, body));
    }

    private static void checkType(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            throw new HttpRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must come without a Content-Encoding.");
        }
        if (!isForm(request)) {
            throw new HttpRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be a form with a file: multipart/form-data.");
        }
    }
}
