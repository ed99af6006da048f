package dev.parley.rest.audio;

import dev.parley.application.audio.AudioLinks.Signed;
import dev.parley.application.audio.FetchAudio;
import dev.parley.application.audio.FetchAudio.Found;
import dev.parley.domain.audio.AudioRef;
import dev.parley.rest.error.ErrorCode;
import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/** Hands finished audio to whoever holds its link. The link is the key: browsers and players send no other. */
@Controller(AudioUrls.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class AudioController {

    private final FetchAudio fetch;
    private final AudioHeaders headers;

    AudioController(FetchAudio fetch, AudioHeaders headers) {
        this.fetch = fetch;
        this.headers = headers;
    }

    @Get(value = "/{task}/{fileName}", headRoute = false)
    HttpResponse<?> get(HttpRequest<?> request, String task, String fileName) throws IOException {
        var link = link(request, task, fileName);
        var audio = find(link);
        return switch (Conditions.range(request.getHeaders(), AudioHeaders.tag(audio), audio.bytes())) {
            case ByteRange _ when isCurrent(request, audio) -> notModified(link, audio);
            case ByteRange.Beyond _ -> beyond(audio);
            case ByteRange.Whole _ ->
                headers.add(HttpResponse.<AudioBody>ok(), link, audio).body(open(audio, 0, audio.bytes()));
            case ByteRange.Part part ->
                headers.add(HttpResponse.<AudioBody>status(HttpStatus.PARTIAL_CONTENT), link, audio)
                        .header(
                                HttpHeaders.CONTENT_RANGE,
                                "bytes " + part.first() + "-" + part.last() + "/" + audio.bytes())
                        .body(open(audio, part.first(), part.length()));
        };
    }

    /** As GET without its body. Ranges are for GET only. */
    @Head("/{task}/{fileName}")
    HttpResponse<?> head(HttpRequest<?> request, String task, String fileName) throws IOException {
        var link = link(request, task, fileName);
        var audio = find(link);
        if (isCurrent(request, audio)) {
            return notModified(link, audio);
        }
        open(audio, 0, 0).stream().close();
        return headers.add(HttpResponse.ok(), link, audio).contentLength(audio.bytes());
    }

    private static Signed link(HttpRequest<?> request, String task, String fileName) {
        return SignedLink.parse(request, task, fileName).orElseThrow(AudioController::forged);
    }

    private AudioRef find(Signed link) {
        return switch (fetch.find(link)) {
            case Found.Audio(AudioRef audio) -> audio;
            case Found.Expired() -> throw gone();
            case Found.Forged() -> throw forged();
        };
    }

    private AudioBody open(AudioRef audio, long offset, long length) throws IOException {
        var stream = fetch.open(audio, offset).orElseThrow(AudioController::gone);
        return new AudioBody(new BoundedStream(stream, length), length);
    }

    private static boolean isCurrent(HttpRequest<?> request, AudioRef audio) {
        return Conditions.isCurrent(request.getHeaders(), AudioHeaders.tag(audio));
    }

    private MutableHttpResponse<?> notModified(Signed link, AudioRef audio) {
        return headers.addForCache(HttpResponse.notModified(), link, audio);
    }

    private static MutableHttpResponse<?> beyond(AudioRef audio) {
        return ErrorCode.INVALID_REQUEST
                .reply(
                        HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                        "The range begins after the end: the audio has " + audio.bytes() + " bytes.")
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + audio.bytes());
    }

    private static HttpRefused forged() {
        return new HttpRefused(HttpStatus.FORBIDDEN, "This is not a link of this server.");
    }

    private static HttpRefused gone() {
        return new HttpRefused(HttpStatus.GONE, "This link has expired, and its audio is deleted.");
    }
}
