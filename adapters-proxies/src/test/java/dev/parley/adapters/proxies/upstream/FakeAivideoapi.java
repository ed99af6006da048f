package dev.parley.adapters.proxies.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** seeds/000 on loopback. */
public final class FakeAivideoapi extends FakeJobs {

    public static final String KEY = "sk-aivideoapi-0123456789";

    private static final int CHARACTERS_MAX = 5_000;
    private static final int VOICES_MAX = 10;

    /** An error as documented. */
    public static UpstreamAnswer error(int status, String code, String type) {
        var error = JSON.createObjectNode();
        error.putObject("error")
                .put("code", code)
                .put("message", "In words, with the key " + KEY + ".")
                .put("type", type);
        return UpstreamAnswer.json(status, error.toString());
    }

    @Override
    String questions() {
        return "/v1/tasks/";
    }

    @Override
    @Nullable
    UpstreamAnswer stranger(UpstreamRequest request) {
        return request.header("Authorization").orElse("").equals("Bearer " + KEY)
                ? null
                : error(401, "invalid_api_key", "authentication_error");
    }

    @Override
    @Nullable
    UpstreamAnswer refusal(UpstreamRequest request, JsonNode body) {
        if (!request.path().equals("/v1/audio/generations")) {
            return UpstreamAnswer.status(404);
        }
        if (!body.path("model").asText().equals("elevenlabs-text-to-dialogue-v3")) {
            return error(404, "model_not_found", "invalid_request_error");
        }
        JsonNode input = body.path("input");
        int characters = 0;
        Set<String> voices = new HashSet<>();
        for (JsonNode turn : input.path("dialogue")) {
            String text = turn.path("text").asText();
            characters += text.codePointCount(0, text.length());
            voices.add(turn.path("voice").asText());
        }
        boolean wellVoiced = !voices.isEmpty() && !voices.contains("") && voices.size() <= VOICES_MAX;
        boolean steady = Set.of(0.0, 0.5, 1.0).contains(input.path("stability").asDouble(0.5));
        return characters > 0 && characters <= CHARACTERS_MAX && wellVoiced && steady
                ? null
                : error(400, "invalid_request", "invalid_request_error");
    }

    @Override
    String id(int number) {
        return "a1b2c3d4-e5f6-7890-abcd-%012d".formatted(number);
    }

    @Override
    UpstreamAnswer accepted(Job job) {
        var answer = JSON.createObjectNode().put("code", 200).put("msg", "success");
        answer.putObject("data").put("taskId", job.id());
        return UpstreamAnswer.json(200, answer.toString());
    }

    @Override
    ObjectNode pending(Job job) {
        return task(job, job.looked().get() == 1 ? "pending" : "processing");
    }

    @Override
    ObjectNode done(Job job, String file) {
        var task = task(job, "completed").put("completed_at", 1775383956);
        var output = task.putObject("output");
        output.putArray("urls").add(file);
        output.putObject("metadata").put("model", "elevenlabs-text-to-dialogue-v3");
        return task;
    }

    @Override
    ObjectNode failed(Job job, Ending how) {
        var task = task(job, "failed");
        task.putObject("error").put("code", "upstream_error").put("message", "Generation failed");
        return task;
    }

    @Override
    UpstreamAnswer unknownJob() {
        return error(404, "task_not_found", "invalid_request_error");
    }

    @Override
    FakeFile speech(JsonNode body) {
        int characters = 0;
        for (JsonNode turn : body.path("input").path("dialogue")) {
            characters += turn.path("text").asText().length();
        }
        return FakeFile.mp3(characters);
    }

    @Override
    String callback(Job job) {
        return job.body().path("callback_url").asText();
    }

    private static ObjectNode task(Job job, String status) {
        return JSON.createObjectNode()
                .put("id", job.id())
                .put("status", status)
                .put("model", "elevenlabs-text-to-dialogue-v3")
                .put("created_at", 1775383908);
    }
}
