package dev.parley.rest.openai;

import io.micronaut.http.HttpRequest;

/** Which requests are in this dialect. */
final class OpenAiPaths {

    static final String SPEECH = "/v1/audio/speech";
    static final String VOICES = "/v1/audio/voices";

    private static final String PLACE = "/v1/audio/";
    private static final String NATIVE = "/v1/audio/generations";

    private OpenAiPaths() {}

    /** Whatever OpenAI has beside speech is missed in its own words. */
    static boolean lead(HttpRequest<?> request) {
        try {
            String path = request.getPath();
            return path.startsWith(PLACE) && !path.startsWith(NATIVE);
        } catch (IllegalArgumentException _) {
            return false; // No address at all.
        }
    }
}
