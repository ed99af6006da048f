package dev.parley.rest.live;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/** Hands live audio to the connection. */
@Singleton
final class LiveBodyWriter implements ResponseBodyWriter<LiveBody> {

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<LiveBody> type,
            MediaType mediaType,
            LiveBody body) {
        var buffers = bodies.readBufferFactory();
        return bodies.adapt(body.publisher(buffers::adapt), BodySizeLimits.UNLIMITED, null, null);
    }

    @Override
    public void writeTo(
            Argument<LiveBody> type, MediaType mediaType, LiveBody body, MutableHeaders headers, OutputStream to) {
        throw new UnsupportedOperationException("live audio is an answer of its own");
    }
}
