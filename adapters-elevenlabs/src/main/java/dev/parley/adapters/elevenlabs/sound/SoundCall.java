package dev.parley.adapters.elevenlabs.sound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.adapters.elevenlabs.wire.PlainAudio;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import java.io.IOException;
import java.io.InputStream;

/** A sound effect. The upstream makes all of it before it sends any. */
public record SoundCall(SoundRequest request) implements Call {

    private static final double MILLIS = 1000;

    @Override
    public String target() {
        return "/v1/sound-generation?output_format=" + request.format();
    }

    /** What was not asked for is not sent. */
    @Override
    public Payload payload() {
        Sound sound = request.sound();
        ObjectNode body = Json.object().put("text", sound.text()).put("model_id", request.model());
        if (sound.loop()) {
            body.put("loop", true);
        }
        var length = sound.length();
        if (length != null) {
            body.put("duration_seconds", length.toMillis() / MILLIS);
        }
        var influence = sound.influence();
        if (influence != null) {
            body.put("prompt_influence", influence);
        }
        return new Payload.Text(body);
    }

    @Override
    public Content content(Answer answer, InputStream body) throws IOException {
        return new PlainAudio(answer, body, request.format());
    }

    /** The text is the caller's own: it is not printed. */
    @Override
    public String toString() {
        return "SoundCall[" + request.model() + "]";
    }
}
