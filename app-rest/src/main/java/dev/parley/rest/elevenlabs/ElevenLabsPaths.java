package dev.parley.rest.elevenlabs;

import io.micronaut.http.HttpRequest;
import java.util.List;

/** Which requests are in this dialect. */
final class ElevenLabsPaths {

    static final String KEY_HEADER = "xi-api-key";

    private static final List<String> OWN = List.of(
            "/v1/text-to-dialogue",
            "/v1/text-to-speech",
            "/v1/speech-to-speech",
            "/v1/speech-to-text",
            "/v1/dubbing",
            "/v1/sound-generation",
            "/v1/music",
            "/v1/convai",
            "/v1/single-use-token",
            "/v1/user",
            "/v1/voices/",
            "/v2/");
    private static final List<String> OTHERS =
            List.of("/v1/tasks", "/v1/audio", "/v1/credits", "/v1/estimate", "/v2/requests");

    private ElevenLabsPaths() {}

    /** A path of its own, or one of several dialects with this one's credential. */
    static boolean lead(HttpRequest<?> request) {
        String path = path(request);
        return !isUnder(OTHERS, path) && (isUnder(OWN, path) || (hasKey(request) && path.startsWith("/v1/")));
    }

    static boolean hasKey(HttpRequest<?> request) {
        return request.getHeaders().contains(KEY_HEADER);
    }

    private static boolean isUnder(List<String> places, String path) {
        return places.stream().anyMatch(path::startsWith);
    }

    private static String path(HttpRequest<?> request) {
        try {
            return request.getPath();
        } catch (IllegalArgumentException _) {
            return ""; // No address at all.
        }
    }
}
