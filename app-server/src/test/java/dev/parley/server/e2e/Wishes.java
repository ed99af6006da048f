package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.rest.audio.WaveHeader;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One good request for each route that renders. A new route must be added here, or among those that do not. */
final class Wishes {

    static final List<String> OF_PIXAZO = List.of("/eleven-v3", "/elevenlabs-music", "/v2/requests");
    static final List<String> OF_ELEVENLABS = List.of(
            "/v1/text-to-",
            "/v1/music",
            "/v1/sound-generation",
            "/v1/speech-to-",
            "/v1/user",
            "/v1/voices",
            "/v2/voices");

    private static final String BOUNDARY = "4f6a1c";
    private static final String DIALOGUE =
            "{\"inputs\": [{\"text\": \"Hello\", \"voice_id\": \"21m00Tcm4TlvDq8ikWAM\"}]}";
    private static final String SPEECH = "{\"text\": \"Hello\"}";
    private static final String MUSIC = "{\"prompt\": \"a waltz\", \"music_length_ms\": 3000}";

    private Wishes() {}

    /** @param free whether it costs nothing, on purpose */
    @SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
    record Wish(String contentType, byte[] body, boolean free) {

        static Wish json(String body) {
            return new Wish("application/json", body.getBytes(UTF_8), false);
        }

        Wish forNothing() {
            return new Wish(contentType, body, true);
        }
    }

    static final Map<String, Wish> RENDERING = rendering();

    /** What reads, prices, administers or only answers for itself. */
    static final Set<String> OTHERS = Set.of(
            "POST /v1/estimate",
            "GET /v1/credits",
            "GET /v1/models",
            "GET /v1/models/{model}",
            "GET /v1/voices",
            "GET /v1/tasks",
            "GET /v1/tasks/{id}",
            "POST /v1/tasks/{id}/cancel",
            "GET /health");

    private static Map<String, Wish> rendering() {
        Map<String, Wish> wishes = new TreeMap<>();
        for (String ending : List.of("", "/stream", "/with-timestamps", "/stream/with-timestamps")) {
            wishes.put("POST /v1/text-to-dialogue" + ending, Wish.json(DIALOGUE));
            wishes.put("POST /v1/text-to-speech/{voiceId}" + ending, Wish.json(SPEECH));
        }
        for (String path : List.of("", "/stream", "/detailed")) {
            wishes.put("POST /v1/music" + path, Wish.json(MUSIC));
        }
        wishes.put("POST /v1/music-generation", Wish.json(MUSIC));
        wishes.put("POST /v1/music/plan", Wish.json(MUSIC).forNothing());
        wishes.put("POST /v1/music/stem-separation", form("file", Map.of()));
        wishes.put("POST /v1/sound-generation", Wish.json(SPEECH));
        wishes.put("POST /v1/speech-to-speech/{voiceId}", form("audio", Map.of()));
        wishes.put("POST /v1/speech-to-speech/{voiceId}/stream", form("audio", Map.of()));
        wishes.put("POST /v1/speech-to-text", form("file", Map.of("model_id", "scribe_v1")));
        return wishes;
    }

    /** A form with a second of audio. */
    static Wish form(String field, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n")
                .getBytes(UTF_8));
        byte[] tone = TestAudio.tone(AudioFormat.PCM_16000, Duration.ofSeconds(1));
        body.writeBytes(WaveHeader.of(AudioFormat.PCM_16000, tone.length));
        body.writeBytes(tone);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return new Wish("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), false);
    }
}
