package dev.parley.rest.audio;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;

/** Sends audio with its Content-Length: a plain stream Micronaut sends in chunks. */
@Singleton
final class AudioBodyWriter implements ResponseBodyWriter<AudioBody> {

    private final ExecutorService readers;

    AudioBodyWriter(@Named(TaskExecutors.BLOCKING) ExecutorService readers) {
        this.readers = readers;
    }

    /** Reads on as the caller takes what was read. */
    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<AudioBody> type,
            MediaType mediaType,
            AudioBody body) {
        return InputStreamByteBody.create(body.stream(), OptionalLong.of(body.length()), readers, bodies);
    }

    @Override
    public void writeTo(
            Argument<AudioBody> type, MediaType mediaType, AudioBody body, MutableHeaders headers, OutputStream to) {
        try (var stream = body.stream()) {
            stream.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
