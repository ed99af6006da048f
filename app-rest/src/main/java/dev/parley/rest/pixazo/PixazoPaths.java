package dev.parley.rest.pixazo;

import io.micronaut.http.HttpRequest;
import java.util.List;

/** Which requests are in this dialect. */
final class PixazoPaths {

    static final String SPEECH_MODEL = "eleven-v3-alpha-954";
    static final String MUSIC_MODEL = "elevenlabs-music-api-368";
    static final String SPEECH = "/" + SPEECH_MODEL + "/v1/eleven-v3-alpha-request";
    static final String MUSIC = "/" + MUSIC_MODEL + "/v1/elevenlabs-music-api-request";
    static final String STATUS = "/v2/requests/status";

    private static final List<String> OWN = List.of("/" + SPEECH_MODEL, "/" + MUSIC_MODEL, "/v2/requests");

    private PixazoPaths() {}

    static boolean lead(HttpRequest<?> request) {
        String path = path(request);
        return OWN.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    private static String path(HttpRequest<?> request) {
        try {
            return request.getPath();
        } catch (IllegalArgumentException _) {
            return ""; // No address at all.
        }
    }
}
