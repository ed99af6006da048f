package dev.parley.adapters.elevenlabs.music;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.music.PlanRequest;
import java.io.InputStream;

/** A plan for music, in the form that the model makes. */
public record PlanCall(PlanRequest request) implements Call {

    @Override
    public String target() {
        return "/v1/music/plan";
    }

    /** What was not asked for is not sent. */
    @Override
    public Payload payload() {
        ObjectNode body = Json.object().put("model_id", request.model()).put("prompt", request.prompt());
        var length = request.length();
        if (length != null) {
            body.put("music_length_ms", length.toMillis());
        }
        var source = request.source();
        if (source != null) {
            body.set("source_composition_plan", PlanJson.of(source));
        }
        return new Payload.Text(body);
    }

    @Override
    public boolean answeredInJson() {
        return true;
    }

    @Override
    public Content content(Answer answer, InputStream body) {
        return new PlanContent(body);
    }

    /** The prompt is the caller's own: it is not printed. */
    @Override
    public String toString() {
        return "PlanCall[" + request.model() + "]";
    }
}
