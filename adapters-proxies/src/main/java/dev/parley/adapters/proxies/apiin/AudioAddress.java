package dev.parley.adapters.proxies.apiin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Where the audio lies, in an answer whose shape nobody documents: under any of the usual names, not too deep. */
final class AudioAddress {

    private static final List<String> NAMES = List.of(
            "output",
            "result",
            "urls",
            "audio_urls",
            "audio_url",
            "audioUrl",
            "audio",
            "media_url",
            "output_url",
            "result_url",
            "file_url",
            "download_url",
            "url");

    private static final int DEPTH_MAX = 4;

    private AudioAddress() {}

    static Optional<String> in(JsonNode task) {
        return in(task, DEPTH_MAX);
    }

    private static Optional<String> in(JsonNode node, int depth) {
        if (node.isTextual()) {
            String text = node.asText();
            return text.startsWith("https://") || text.startsWith("http://") ? Optional.of(text) : Optional.empty();
        }
        if (depth == 0) {
            return Optional.empty();
        }
        if (node.isArray()) {
            return in(node.path(0), depth - 1);
        }
        return NAMES.stream()
                .map(name -> in(node.path(name), depth - 1))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
