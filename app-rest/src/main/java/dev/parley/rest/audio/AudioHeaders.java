package dev.parley.rest.audio;

import dev.parley.application.audio.AudioLinks.Signed;
import dev.parley.domain.audio.AudioRef;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;

/** What an answer says about audio besides its bytes. */
@Singleton
final class AudioHeaders {

    private final InstantSource clock;

    AudioHeaders(InstantSource clock) {
        this.clock = clock;
    }

    /** Strong: equal tags are equal bytes. */
    static String tag(AudioRef audio) {
        return "\"" + audio.sha256() + "\"";
    }

    <T> MutableHttpResponse<T> add(MutableHttpResponse<T> response, Signed link, AudioRef audio) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(audio.sha256()));
        return addForCache(response, link, audio)
                .header(HttpHeaders.CONTENT_TYPE, audio.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + link.fileName() + "\"")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                // A browser that guesses could run what a provider sent as audio.
                .header("X-Content-Type-Options", "nosniff");
    }

    /** The part that also an answer without audio must carry (RFC 9110, 15.4.5). */
    <T> MutableHttpResponse<T> addForCache(MutableHttpResponse<T> response, Signed link, AudioRef audio) {
        long left = Math.max(0, link.expiresAtSecond() - clock.instant().getEpochSecond());
        return response.header(HttpHeaders.ETAG, tag(audio))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + left);
    }
}
