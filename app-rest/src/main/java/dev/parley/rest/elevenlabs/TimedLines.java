package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.task.Task;
import dev.parley.rest.live.Framing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Audio and its timings, one JSON object a line. A client drops a line that does not end: so each does. */
final class TimedLines implements Framing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Script script;
    private final List<VoiceSegment> untold = new ArrayList<>();

    TimedLines(Script script) {
        this.script = script;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(String audioBase64, @JsonUnwrapped TimingsJson timings) {}

    /** Timings that come without audio wait for some: a line without is none that every client takes. */
    @Override
    public byte[] piece(AudioChunk chunk) {
        untold.addAll(chunk.segments());
        return chunk.bytes().length == 0 ? new byte[0] : line(chunk.bytes());
    }

    @Override
    public byte[] end(Task task) {
        return flush();
    }

    /** The timings that are left. */
    byte[] flush() {
        return untold.isEmpty() ? new byte[0] : line(new byte[0]);
    }

    private byte[] line(byte[] audio) {
        var line = new Line(Base64.getEncoder().encodeToString(audio), TimingsJson.of(script, untold));
        untold.clear();
        try {
            return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can be written", e);
        }
    }
}
