package dev.parley.adapters.elevenlabs.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.voice.VoiceDesignRequest;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Voices by a description. */
public record DesignCall(VoiceDesignRequest request) implements Call {

    @Override
    public String target() {
        return "/v1/text-to-voice/design?output_format=" + request.previewFormat();
    }

    /** What was not asked for is not sent. */
    @Override
    public Payload payload() {
        var design = request.design();
        ObjectNode body = Json.object().put("model_id", request.model()).put("voice_description", design.description());
        if (design.text() == null) {
            body.put("auto_generate_text", true);
        } else {
            body.put("text", design.text());
        }
        putNumber(body, "loudness", design.loudness());
        putNumber(body, "quality", design.quality());
        putNumber(body, "guidance_scale", design.guidance());
        if (design.seed() != null) {
            body.put("seed", design.seed());
        }
        if (design.enhanced()) {
            body.put("should_enhance", true);
        }
        if (!design.audible()) {
            body.put("stream_previews", true);
        }
        return new Payload.Text(body);
    }

    @Override
    public boolean answeredInJson() {
        return true;
    }

    @Override
    public Content content(Answer answer, InputStream body) {
        return new DesignContent(body);
    }

    /** The description is the caller's own: it is not printed. */
    @Override
    public String toString() {
        return "DesignCall[" + request.model() + "]";
    }

    private static void putNumber(ObjectNode into, String field, @Nullable Double value) {
        if (value != null) {
            into.put(field, value);
        }
    }
}
