package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.rest.audio.WaveHeader;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String VOICE =
            "{\"voice_description\": \"An old sailor, hoarse and friendly\", \"auto_generate_text\": true}";
    private static final String MUSIC = "{\"prompt\": \"a waltz\", \"music_length_ms\": 3000}";

    private static final String TURNS = "[{\"text\": \"Hello\", \"voice\": \"Rachel\"}]";
    private static final String NATIVE =
            "{\"model\": \"elevenlabs-text-to-dialogue-v3\", \"input\": {\"dialogue\": " + TURNS + "}}";
    private static final String APIIN = "{\"model\": \"elevenlabs-v3\", \"dialogue\": " + TURNS + "}";

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
            "DELETE /admin/v1/keys/{id}",
            "DELETE /v1/dubbing/{dubbingId}",
            "DELETE /v1/speech-to-text/transcripts/{transcriptionId}",
            "DELETE /v1/voices/{voiceId}",
            "DELETE /v1/webhooks/endpoints/{id}",
            "GET /admin/v1/accounts",
            "GET /admin/v1/accounts/{account}/entries",
            "GET /admin/v1/accounts/{account}/keys",
            "GET /admin/v1/accounts/{account}/webhooks/endpoints",
            "GET /admin/v1/accounts/{id}",
            "GET /admin/v1/keys/{id}",
            "GET /admin/v1/tasks",
            "GET /admin/v1/tasks/{id}",
            "GET /admin/v1/usage",
            "GET /admin/v1/webhooks/deliveries",
            "GET /admin/v1/webhooks/deliveries/{id}",
            "GET /api/v1/models",
            "GET /api/v1/tasks/{id}",
            "GET /audio/{task}/{fileName}",
            "GET /health",
            "GET /v1/audio/voices",
            "GET /v1/convai/conversation/get-signed-url",
            "GET /v1/convai/conversation/get_signed_url",
            "GET /v1/credits",
            "GET /v1/dubbing",
            "GET /v1/dubbing/{dubbingId}",
            "GET /v1/dubbing/{dubbingId}/audio/{languageCode}",
            "GET /v1/models",
            "GET /v1/models/{model}",
            "GET /v1/speech-to-text/transcripts/{transcriptionId}",
            "GET /v1/tasks",
            "GET /v1/tasks/{id}",
            "GET /v1/text-to-voice/{generatedVoiceId}/stream",
            "GET /v1/user",
            "GET /v1/user/subscription",
            "GET /v1/voices",
            "GET /v1/voices/settings/default",
            "GET /v1/voices/{voiceId}",
            "GET /v1/voices/{voiceId}/settings",
            "GET /v1/webhooks/callback-secret",
            "GET /v1/webhooks/deliveries",
            "GET /v1/webhooks/deliveries/{id}",
            "GET /v1/webhooks/endpoints",
            "GET /v1/webhooks/endpoints/{id}",
            "GET /v1/webhooks/endpoints/{id}/secret",
            "GET /v2/requests/status/{requestId}",
            "GET /v2/voices",
            "PATCH /admin/v1/accounts/{id}",
            "PATCH /admin/v1/keys/{id}",
            "PATCH /v1/webhooks/endpoints/{id}",
            "POST /admin/v1/accounts",
            "POST /admin/v1/accounts/{account}/credits",
            "POST /admin/v1/accounts/{account}/credits/withdraw",
            "POST /admin/v1/accounts/{account}/keys",
            "POST /admin/v1/accounts/{id}/ban",
            "POST /admin/v1/accounts/{id}/unban",
            "POST /admin/v1/keys/{id}/disable",
            "POST /admin/v1/keys/{id}/enable",
            "POST /admin/v1/keys/{id}/rotate",
            "POST /admin/v1/ledger/verify",
            "POST /admin/v1/login",
            "POST /admin/v1/password",
            "POST /admin/v1/webhooks/deliveries/{id}/resend",
            "POST /admin/v1/webhooks/endpoints/{id}/disable",
            "POST /admin/v1/webhooks/endpoints/{id}/enable",
            "POST /admin/v1/webhooks/endpoints/{id}/resend",
            "POST /admin/v1/webhooks/endpoints/{id}/test",
            "POST /doorbells/{attempt}/{token}",
            "POST /v1/estimate",
            "POST /v1/single-use-token/{type}",
            "POST /v1/tasks/{id}/cancel",
            "POST /v1/text-to-voice",
            "POST /v1/text-to-voice/{generatedVoiceId}/save",
            "POST /v1/voices/{voiceId}/edit",
            "POST /v1/webhooks/callback-secret/rotate",
            "POST /v1/webhooks/deliveries/{id}/resend",
            "POST /v1/webhooks/endpoints",
            "POST /v1/webhooks/endpoints/{id}/resend",
            "POST /v1/webhooks/endpoints/{id}/rotate",
            "POST /v1/webhooks/endpoints/{id}/test",
            "PUT /admin/v1/keys/{id}/limits");

    /** Connections that go both ways, by path. */
    static final Set<String> SESSIONS = Set.of(
            "/v1/convai/conversation",
            "/v1/speech-to-text/realtime",
            "/v1/speech-to-text/stream",
            "/v1/text-to-speech/{voiceId}/multi-stream-input",
            "/v1/text-to-speech/{voiceId}/stream-input");

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
        wishes.put("POST /v1/dubbing", form("file", Map.of("target_lang", "es")));
        wishes.put("POST /v1/text-to-voice/design", Wish.json(VOICE));
        wishes.put("POST /v1/text-to-voice/create-previews", Wish.json(VOICE));
        wishes.put("POST /v1/voices/add", form("files", Map.of("name", "Ada")));
        wishes.put("POST /v1/audio/generations", Wish.json(NATIVE));
        wishes.put(
                "POST /v1/audio/speech",
                Wish.json("{\"model\": \"eleven_v3\", \"input\": \"Hello\", \"voice\": \"alloy\"}"));
        wishes.put("POST /api/v1/audio/speech", Wish.json(APIIN));
        wishes.put(
                "POST /eleven-v3-alpha-954/v1/eleven-v3-alpha-request",
                Wish.json("{\"text\": \"Hello\", \"voice\": \"Rachel\"}"));
        wishes.put(
                "POST /elevenlabs-music-api-368/v1/elevenlabs-music-api-request",
                Wish.json("{\"prompt\": \"a waltz\"}"));
        return wishes;
    }

    static Wish of(String route) {
        return Objects.requireNonNull(RENDERING.get(route), route);
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
