package dev.parley.rest.openai;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import dev.parley.rest.live.Framing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pieces of audio as server-sent events, and a last event that says what was used. */
final class EventFraming implements Framing {

    static final String MEDIA_TYPE = "text/event-stream";

    private final Framing audio;

    EventFraming(Framing audio) {
        this.audio = audio;
    }

    @Override
    public byte[] piece(AudioChunk chunk) {
        byte[] bytes = audio.piece(chunk);
        return bytes.length == 0
                ? bytes
                : event("{\"type\":\"speech.audio.delta\",\"audio\":\""
                        + Base64.getEncoder().encodeToString(bytes) + "\"}");
    }

    /** Characters are what is counted and charged here, so they stand for input tokens; audio is not counted. */
    @Override
    public byte[] end(Task task) {
        int characters = task.request().characters();
        return event("{\"type\":\"speech.audio.done\",\"usage\":{\"input_tokens\":" + characters
                + ",\"output_tokens\":0,\"total_tokens\":" + characters + "}}");
    }

    private static byte[] event(String json) {
        return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
