package dev.parley.adapters.proxies.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** seeds/001 on loopback. It shows no answers: these have the shape that its public pages show of submissions. */
public final class FakeApiin extends FakeJobs {

    public static final String KEY = "aio_apiin_0123456789";

    private volatile boolean bare;
    private volatile String done = "completed";
    private volatile BiFunction<ObjectNode, String, ObjectNode> result =
            (task, file) -> task.set("output", JSON.createObjectNode().put("audio_url", file));

    /** From now on answers without an envelope. */
    public void answerBare() {
        bare = true;
    }

    /** From now on says so of what is done. */
    public void sayDone(String word) {
        done = word;
    }

    /** From now on puts the file's address so. */
    public void putFile(BiFunction<ObjectNode, String, ObjectNode> how) {
        result = how;
    }

    @Override
    String questions() {
        return "/api/v1/tasks/";
    }

    @Override
    @Nullable
    UpstreamAnswer stranger(UpstreamRequest request) {
        return request.header("Authorization").orElse("").equals("Bearer " + KEY)
                ? null
                : UpstreamAnswer.json(401, "{\"error\":{\"message\":\"Invalid key " + KEY + "\"}}");
    }

    @Override
    @Nullable
    UpstreamAnswer refusal(UpstreamRequest request, JsonNode body) {
        boolean good = request.path().equals("/api/v1/audio/speech")
                && body.path("model").asText().equals("elevenlabs-v3")
                && !body.path("dialogue").isEmpty()
                && body.path("dialogue").path(0).path("text").isTextual()
                && body.path("stability").asDouble(0.5) >= 0
                && body.path("stability").asDouble(0.5) <= 1
                && body.path("language_code").isTextual();
        return good ? null : UpstreamAnswer.json(400, "{\"error\":{\"message\":\"Bad request\"}}");
    }

    @Override
    String id(int number) {
        return "n58%04d_tts".formatted(number);
    }

    @Override
    UpstreamAnswer accepted(Job job) {
        var task = JSON.createObjectNode().put("task_id", job.id()).put("status", "IN_PROGRESS");
        return UpstreamAnswer.json(200, wrapped(task).toString());
    }

    @Override
    ObjectNode pending(Job job) {
        return wrapped(task(job, job.looked().get() == 1 ? "PENDING" : "in_progress"));
    }

    @Override
    ObjectNode done(Job job, String file) {
        return wrapped(result.apply(task(job, done), file));
    }

    @Override
    ObjectNode failed(Job job, Ending how) {
        return wrapped(task(job, "failed").put("error", "Generation failed"));
    }

    @Override
    UpstreamAnswer unknownJob() {
        return UpstreamAnswer.json(404, "{\"error\":{\"message\":\"No such task\"}}");
    }

    @Override
    FakeFile speech(JsonNode body) {
        int characters = 0;
        for (JsonNode turn : body.path("dialogue")) {
            characters += turn.path("text").asText().length();
        }
        return FakeFile.mp3(characters);
    }

    @Override
    String callback(Job job) {
        return job.body().path("callback_url").asText();
    }

    private ObjectNode wrapped(ObjectNode task) {
        return bare
                ? task
                : JSON.createObjectNode()
                        .put("code", 200)
                        .put("message", "success")
                        .set("data", task);
    }

    private static ObjectNode task(Job job, String status) {
        return JSON.createObjectNode().put("task_id", job.id()).put("status", status);
    }
}
