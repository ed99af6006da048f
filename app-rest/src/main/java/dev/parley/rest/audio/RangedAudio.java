package dev.parley.rest.audio;

import dev.parley.application.audio.FetchAudio;
import dev.parley.domain.audio.AudioRef;
import dev.parley.rest.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Stored audio for its owner, all of it or a part, where no link is needed. */
@Singleton
public final class RangedAudio {

    private final FetchAudio fetch;

    RangedAudio(FetchAudio fetch) {
        this.fetch = fetch;
    }

    /** Empty where it is deleted. */
    public Optional<MutableHttpResponse<?>> answer(HttpRequest<?> request, AudioRef audio) throws IOException {
        return switch (Conditions.range(request.getHeaders(), AudioHeaders.tag(audio), audio.bytes())) {
            case ByteRange.Beyond _ ->
                Optional.of(ErrorCode.INVALID_REQUEST
                        .reply(
                                HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                                "The range begins after the end: the audio has " + audio.bytes() + " bytes.")
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + audio.bytes()));
            case ByteRange.Whole _ ->
                body(audio, 0, audio.bytes())
                        .map(body -> headed(HttpResponse.<AudioBody>ok(), audio).body(body));
            case ByteRange.Part part ->
                body(audio, part.first(), part.length())
                        .map(body -> headed(HttpResponse.<AudioBody>status(HttpStatus.PARTIAL_CONTENT), audio)
                                .header(
                                        HttpHeaders.CONTENT_RANGE,
                                        "bytes " + part.first() + "-" + part.last() + "/" + audio.bytes())
                                .body(body));
        };
    }

    public void delete(AudioRef audio) throws IOException {
        fetch.delete(audio);
    }

    private Optional<AudioBody> body(AudioRef audio, long offset, long length) throws IOException {
        return fetch.open(audio, offset).map(stream -> new AudioBody(new BoundedStream(stream, length), length));
    }

    private static <T> MutableHttpResponse<T> headed(MutableHttpResponse<T> response, AudioRef audio) {
        return response.header(HttpHeaders.CONTENT_TYPE, audio.format().mediaType())
                .header(HttpHeaders.ETAG, AudioHeaders.tag(audio))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                // A browser that guesses could run what a provider sent as audio.
                .header("X-Content-Type-Options", "nosniff");
    }
}
