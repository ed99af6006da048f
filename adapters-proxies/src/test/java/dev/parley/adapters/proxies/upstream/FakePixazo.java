package dev.parley.adapters.proxies.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** seeds/002 on loopback: its speech, and its music. */
public final class FakePixazo extends FakeJobs {

    public static final String KEY = "pixazo0123456789abcdef";

    private static final String MODEL = "eleven-v3-alpha-954";
    private static final String MUSIC = "elevenlabs-music-api-368";

    /** Those that the document names; it takes these, and no ids. */
    private static final Set<String> PRESETS = Set.of("Aria", "Domi", "Bella", "Rachel", "Antoni");

    private static final Set<String> FORMATS = Set.of(
            "mp3_22050_32",
            "mp3_44100_32",
            "mp3_44100_64",
            "mp3_44100_96",
            "mp3_44100_128",
            "mp3_44100_192",
            "pcm_8000",
            "pcm_16000",
            "pcm_22050",
            "pcm_24000",
            "pcm_44100",
            "pcm_48000",
            "ulaw_8000",
            "alaw_8000",
            "opus_48000_32",
            "opus_48000_64",
            "opus_48000_96",
            "opus_48000_128",
            "opus_48000_192");

    /** Music is never longer than three seconds here, whatever it is asked for. */
    private static final int PROMPT_HEEDED = 45;

    /** An error of the queue, as documented. */
    public static UpstreamAnswer error(int status, String error, String message) {
        return UpstreamAnswer.json(
                status,
                JSON.createObjectNode()
                        .put("error", error)
                        .put("message", message)
                        .toString());
    }

    @Override
    String questions() {
        return "/v2/requests/status/";
    }

    @Override
    @Nullable
    UpstreamAnswer stranger(UpstreamRequest request) {
        return request.header("Ocp-Apim-Subscription-Key").orElse("").equals(KEY)
                ? null
                : error(401, "Unauthorized", "The key " + KEY + " is not this one.");
    }

    @Override
    @Nullable
    UpstreamAnswer refusal(UpstreamRequest request, JsonNode body) {
        boolean good = switch (request.path()) {
            case "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request" -> isSpeech(body);
            case "/elevenlabs-music-api-368/v1/elevenlabs-music-api-request" -> isMusic(body);
            default -> false;
        };
        boolean called = request.header("Cache-Control").orElse("").equals("no-cache")
                && request.header("X-Webhook-URL").orElse("https:").startsWith("https:");
        return good && called
                ? null
                : error(400, "Bad Request", "Something is wrong with: " + body.path("text") + body.path("prompt"));
    }

    private static boolean isMusic(JsonNode body) {
        return !body.path("prompt").asText().isEmpty()
                && body.path("respect_sections_durations").isBoolean()
                && FORMATS.contains(body.path("output_format").asText())
                && body.size() == 3;
    }

    private static boolean isSpeech(JsonNode body) {
        return !body.path("text").asText().isEmpty()
                && PRESETS.contains(body.path("voice").asText())
                && within(body.path("stability"), 0, 1)
                && within(body.path("similarity_boost"), 0, 1)
                && within(body.path("speed"), 0.5, 2);
    }

    @Override
    String id(int number) {
        return MODEL + "_019d0000-0000-7000-8000-%012d".formatted(number);
    }

    @Override
    UpstreamAnswer accepted(Job job) {
        var answer = JSON.createObjectNode()
                .put("request_id", job.id())
                .put("status", "QUEUED")
                .put("polling_url", "https://gateway.pixazo.ai/v2/requests/status/" + job.id());
        return UpstreamAnswer.json(202, answer.toString());
    }

    @Override
    ObjectNode pending(Job job) {
        return task(job, job.looked().get() == 1 ? "QUEUED" : "PROCESSING");
    }

    @Override
    ObjectNode done(Job job, String file) {
        var task = task(job, "COMPLETED").put("completed_at", "2026-05-22 13:19:23");
        var output = task.putObject("output");
        output.putArray("media_url").add(file);
        output.put("media_type", "application/octet-stream");
        return task;
    }

    @Override
    ObjectNode failed(Job job, Ending how) {
        return task(job, how == Ending.ERROR ? "ERROR" : "FAILED").put("error", "Description of the error");
    }

    @Override
    UpstreamAnswer unknownJob() {
        return error(404, "Not Found", "No such request");
    }

    @Override
    FakeFile speech(JsonNode body) {
        int ofPrompt = Math.min(PROMPT_HEEDED, body.path("prompt").asText().length());
        return FakeFile.wav(body.path("text").asText().length() + ofPrompt);
    }

    @Override
    String callback(Job job) {
        return job.request().header("X-Webhook-URL").orElse("");
    }

    private static ObjectNode task(Job job, String status) {
        return JSON.createObjectNode()
                .put("request_id", job.id())
                .put("status", status)
                .put("model_id", job.body().has("prompt") ? MUSIC : MODEL)
                .putNull("error")
                .putNull("output")
                .put("created_at", "2026-05-22T13:17:32.110Z")
                .put("updated_at", "2026-05-22 13:19:23");
    }

    private static boolean within(JsonNode number, double min, double max) {
        return number.isMissingNode() || (number.isNumber() && number.asDouble() >= min && number.asDouble() <= max);
    }
}
