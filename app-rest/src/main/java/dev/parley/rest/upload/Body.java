package dev.parley.rest.upload;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.fileupload.UploadContext;

/** A request as the reader of forms wants to see it. */
record Body(HttpRequest<?> request, InputStream stream) implements UploadContext {

    private static final long UNKNOWN = -1;

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
        return Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.CONTENT_TYPE), "");
    }

    /** The length is counted as it comes. */
    @Override
    @Deprecated // As the library declares it.
    public int getContentLength() {
        return (int) UNKNOWN;
    }

    @Override
    public long contentLength() {
        return UNKNOWN;
    }

    @Override
    public InputStream getInputStream() {
        return stream;
    }
}
