package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer, before anything goes wrong with it. */
record Reply(int status, Map<String, String> headers, List<byte[]> pieces) {

    static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), List.of(body.getBytes(UTF_8)));
    }

    static Reply of(String contentType, List<byte[]> pieces) {
        return new Reply(200, Map.of("Content-Type", contentType), pieces);
    }

    Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, pieces);
    }

    Reply with(List<byte[]> others) {
        return new Reply(status, headers, others);
    }

    long length() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
}
