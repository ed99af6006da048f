package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Voices that customers make: designed, heard, saved, cloned, described anew and deleted. */
public final class FakeVoices {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PREVIEW = Duration.ofSeconds(1);
    private static final int PREVIEWS = 3;
    private static final int DESCRIPTION_MIN = 20;
    private static final int TEXT_MIN = 100;

    private final FakeAccount account;
    private final Set<String> previews = new HashSet<>();
    private int made;

    FakeVoices(FakeAccount account) {
        this.account = account;
    }

    /** With an account of its own. */
    public FakeVoices() {
        this(new FakeAccount());
    }

    /** Whether this is such a request. */
    public static boolean is(UpstreamRequest request) {
        return is(request.path());
    }

    static boolean is(SeenRequest request) {
        return is(request.path());
    }

    /** Whether it is paid for. */
    static boolean makes(SeenRequest request) {
        return request.path().equals("/v1/text-to-voice/design")
                || request.path().equals("/v1/voices/add");
    }

    /** The answer to such a request, for a server of another make. */
    public UpstreamAnswer answer(UpstreamRequest request) {
        Reply reply = reply(FakeWork.seen(request));
        var bytes = new ByteArrayOutputStream();
        reply.pieces().forEach(bytes::writeBytes);
        return UpstreamAnswer.of(reply.status(), reply.headers().getOrDefault("Content-Type", ""), bytes.toByteArray());
    }

    synchronized Reply reply(SeenRequest request) {
        String path = request.path();
        String[] steps = path.split("/", -1);
        return switch (path) {
            case "/v1/text-to-voice/design" -> design(request);
            case "/v1/text-to-voice" -> save(request);
            case "/v1/voices/add" -> add(request);
            default -> path.startsWith("/v1/text-to-voice/") ? preview(steps[3]) : one(request, steps[3]);
        };
    }

    private Reply design(SeenRequest request) {
        var json = request.json();
        String text = json.path("text").asText("");
        if (json.path("voice_description").asText("").length() < DESCRIPTION_MIN) {
            return Reply.json(422, Errors.field("string_too_short", "too short", "body", "voice_description"));
        }
        if (text.length() < TEXT_MIN && !json.path("auto_generate_text").asBoolean()) {
            return Reply.json(422, Errors.field("string_too_short", "too short", "body", "text"));
        }
        var format = AudioFormat.parse(request.query().getOrDefault("output_format", "mp3_44100_192"))
                .orElseThrow();
        ObjectNode told = MAPPER.createObjectNode().put("text", text.isEmpty() ? "Written by the model." : text);
        var rows = told.putArray("previews");
        for (int i = 0; i < PREVIEWS; i++) {
            String id = id("Designed");
            previews.add(id);
            rows.addObject()
                    .put(
                            "audio_base_64",
                            json.path("stream_previews").asBoolean()
                                    ? ""
                                    : Base64.getEncoder().encodeToString(TestAudio.tone(format, PREVIEW)))
                    .put("generated_voice_id", id)
                    .put("media_type", format.mediaType())
                    .put("duration_secs", PREVIEW.toSeconds())
                    .put("language", "en");
        }
        return Reply.json(200, told.toString());
    }

    private Reply save(SeenRequest request) {
        var json = request.json();
        String id = json.path("generated_voice_id").asText();
        if (json.path("voice_description").asText("").length() < DESCRIPTION_MIN) {
            return Reply.json(422, Errors.field("string_too_short", "too short", "body", "voice_description"));
        }
        if (!previews.contains(id)) {
            return missing();
        }
        account.addVoice(id, json.path("voice_name").asText(), "generated");
        return Reply.json(200, account.voice(id));
    }

    private Reply add(SeenRequest request) {
        boolean hasFiles = request.form().stream().anyMatch(part -> part.name().equals("files"));
        boolean named = request.form().stream().anyMatch(part -> part.name().equals("name"));
        if (!hasFiles || !named) {
            return Reply.json(422, Errors.field("missing", "Field required", "body", "files"));
        }
        String id = id("Cloned00");
        account.addVoice(id, request.field("name"), "cloned");
        return Reply.json(
                200,
                MAPPER.createObjectNode()
                        .put("voice_id", id)
                        .put("requires_verification", false)
                        .toString());
    }

    private Reply preview(String id) {
        return previews.contains(id)
                ? Reply.of("audio/mpeg", List.of(TestAudio.tone(AudioFormat.MP3_44100_192, PREVIEW)))
                : missing();
    }

    private Reply one(SeenRequest request, String id) {
        if (!account.voiceIds().contains(id)) {
            return missing();
        }
        switch (request.method()) {
            case "DELETE" -> account.removeVoice(id);
            case "POST" -> account.renameVoice(id, request.field("name"));
            default -> {
                return Reply.json(200, account.voice(id));
            }
        }
        return Reply.json(200, "{\"status\": \"ok\"}");
    }

    private static Reply missing() {
        return Reply.json(404, Errors.json("not_found", "voice_not_found", "voice_not_found", "Not found."));
    }

    private static boolean is(String path) {
        return path.startsWith("/v1/text-to-voice")
                || (path.startsWith("/v1/voices/") && !path.startsWith("/v1/voices/settings"));
    }

    private String id(String before) {
        return before + "%012d".formatted(made++);
    }
}
