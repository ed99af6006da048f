package dev.parley.adapters.proxies.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** seeds/002 on loopback: its speech. */
public final class FakePixazo extends FakeJobs {

    public static final String KEY = "pixazo0123456789abcdef";

    private static final String MODEL = "eleven-v3-alpha-954";

    /** Those that the document names; it takes these, and no ids. */
    private static final Set<String> PRESETS = Set.of("Aria", "Domi", "Bella", "Rachel", "Antoni");

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
        if (!request.path().equals("/" + MODEL + "/v1/eleven-v3-alpha-request")) {
            return UpstreamAnswer.status(404);
        }
        boolean good = !body.path("text").asText().isEmpty()
                && PRESETS.contains(body.path("voice").asText())
                && within(body.path("stability"), 0, 1)
                && within(body.path("similarity_boost"), 0, 1)
                && within(body.path("speed"), 0.5, 2)
                && request.header("Cache-Control").orElse("").equals("no-cache")
                && request.header("X-Webhook-URL").orElse("https:").startsWith("https:");
        return good ? null : error(400, "Bad Request", "Something is wrong with: " + body.path("text"));
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
        return FakeFile.wav(body.path("text").asText().length());
    }

    @Override
    String callback(Job job) {
        return job.request().header("X-Webhook-URL").orElse("");
    }

    private static ObjectNode task(Job job, String status) {
        return JSON.createObjectNode()
                .put("request_id", job.id())
                .put("status", status)
                .put("model_id", MODEL)
                .putNull("error")
                .putNull("output")
                .put("created_at", "2026-05-22T13:17:32.110Z")
                .put("updated_at", "2026-05-22 13:19:23");
    }

    private static boolean within(JsonNode number, double min, double max) {
        return number.isMissingNode() || (number.isNumber() && number.asDouble() >= min && number.asDouble() <= max);
    }
}
