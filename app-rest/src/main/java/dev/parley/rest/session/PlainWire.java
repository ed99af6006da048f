package dev.parley.rest.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.application.submit.Order;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.Setting;
import io.micronaut.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sound written down as it comes, in seeds/003's older form: the sound comes as binary messages, and what is heard goes back
 * with {@code is_final}. A segment ends where somebody is silent, or with the text {@code {"commit":true}}.
 */
final class PlainWire implements Wire {

    private final RealtimeWire realtime;

    PlainWire(HttpRequest<?> request) {
        this.realtime = new RealtimeWire(request);
    }

    @Override
    public Order order() {
        return realtime.order(List.of(new Setting("commit_strategy", "vad")));
    }

    @Override
    public List<Frame> read(Message message) {
        var format = realtime.format();
        if (message.isText()) {
            var object = WireJson.object(message);
            boolean commits = object.path("commit").asBoolean()
                    || object.path("type").asText().equals("commit");
            return commits ? List.of(Frame.free(chunk("", true))) : List.of();
        }
        var sound = Load.audio(WireJson.sound(message.bytes().length, format));
        return List.of(new Frame(chunk(Base64.getEncoder().encodeToString(message.bytes()), false), sound));
    }

    @Override
    public @Nullable String write(Frame frame) {
        var said = WireJson.trusted(frame.json());
        String type = said.path("message_type").asText();
        if (type.equals("partial_transcript")) {
            return transcript(said, false);
        }
        if (type.equals("committed_transcript")) {
            return transcript(said, true);
        }
        return said.has("error") ? error(type, said.path("error").asText()) : null;
    }

    @Override
    public String told(Complaint complaint) {
        return error(complaint.word(), complaint.message());
    }

    private String chunk(String sound, boolean commits) {
        Map<String, Object> chunk = new LinkedHashMap<>();
        chunk.put("message_type", RealtimeWire.CHUNK);
        chunk.put(RealtimeWire.SOUND, sound);
        chunk.put("commit", commits);
        chunk.put("sample_rate", realtime.format().sampleRateHz());
        return WireJson.text(chunk);
    }

    private static String transcript(ObjectNode said, boolean isFinal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("text", said.path("text").asText());
        told.put("is_final", isFinal);
        return WireJson.text(told);
    }

    private static String error(String word, String message) {
        return WireJson.text(Map.of("error", word, "message", message));
    }
}
