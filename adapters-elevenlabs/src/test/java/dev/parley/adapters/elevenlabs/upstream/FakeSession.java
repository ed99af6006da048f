package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.FakeSocket;
import dev.parley.plugins.testkit.TestAudio;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection that goes both ways: it speaks what is flushed, writes down what it is sent, or talks as an agent. */
public final class FakeSession {

    /** Each character takes so long. */
    public static final Duration CHARACTER = Duration.ofMillis(50);

    /** What each answer of an agent takes. */
    public static final Duration ANSWER = Duration.ofSeconds(1);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SIGNATURE = "cvtkn_scripted";
    private static final String NO_CONTEXT = "";
    private static final int BYTES_OF_A_SECOND = 32_000;

    private final SeenRequest request;
    private final FakeSocket socket;
    private final @Nullable Fault fault;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private long heardBytes;
    private boolean over;

    FakeSession(SeenRequest request, FakeSocket socket, @Nullable Fault fault) {
        this.request = request;
        this.socket = socket;
        this.fault = fault;
    }

    /** For a scripted upstream that is not {@link FakeElevenLabs}. */
    public static void serve(String target, Map<String, String> headers, FakeSocket socket) throws IOException {
        String[] parts = target.split("\\?", 2);
        Map<String, String> query = RequestIn.query(parts.length > 1 ? parts[1] : "");
        new FakeSession(
                        new SeenRequest("GET", parts[0], query, headers, new byte[0], java.util.List.of()),
                        socket,
                        null)
                .run();
    }

    /** Where leave to speak to an agent is asked for. */
    public static final String LEAVE_PATH = "/v1/convai/conversation/get-signed-url";

    /** Leave to speak to this agent, as JSON. */
    public static String leave(String agent) {
        return "{\"signed_url\":\"wss://api.elevenlabs.io/v1/convai/conversation?agent_id=" + agent
                + "&conversation_signature=" + SIGNATURE + "\"}";
    }

    static Reply leave(SeenRequest request) {
        String agent = request.query().getOrDefault("agent_id", "");
        return agent.startsWith("agent_")
                ? Reply.json(200, leave(agent))
                : Reply.json(404, Errors.json("not_found", "document_not_found", "not_found", "No such agent."));
    }

    static boolean isSigned(SeenRequest request) {
        return SIGNATURE.equals(request.query().get("conversation_signature"));
    }

    void run() throws IOException {
        greet();
        for (String said = socket.receive(); said != null; said = socket.receive()) {
            request.say(said);
            JsonNode message = MAPPER.readTree(said);
            answer(message);
            if (over) {
                return;
            }
        }
        request.hungUp(InstantSource.system().instant());
    }

    private void greet() throws IOException {
        if (path("/realtime")) {
            send(object("session_started").put("session_id", "session-1"));
        } else if (path("/conversation")) {
            ObjectNode metadata = MAPPER.createObjectNode().put("type", "conversation_initiation_metadata");
            metadata.putObject("conversation_initiation_metadata_event")
                    .put("conversation_id", "conv-1")
                    .put("agent_output_audio_format", "pcm_16000")
                    .put("user_input_audio_format", "pcm_16000");
            send(metadata);
            ObjectNode ping = MAPPER.createObjectNode().put("type", "ping");
            ping.putObject("ping_event").put("event_id", 1).put("ping_ms", 20);
            send(ping);
        }
    }

    private void answer(JsonNode message) throws IOException {
        if (path("/realtime")) {
            write(message);
        } else if (path("/conversation")) {
            talk(message);
        } else {
            speak(message);
        }
    }

    private void speak(JsonNode message) throws IOException {
        String context =
                message.path("context_id").asText(message.path("contextId").asText(NO_CONTEXT));
        String text = message.path("text").asText("");
        texts.computeIfAbsent(context, _ -> new StringBuilder()).append(text.isBlank() ? "" : text);
        boolean last = path("/stream-input") && message.has("text") && text.isEmpty();
        boolean closed = message.path("close_context").asBoolean();
        boolean all = message.path("close_socket").asBoolean();
        if (message.path("flush").asBoolean() || last || closed) {
            flush(context);
        }
        if (closed && !over) {
            texts.remove(context);
            send(marked(MAPPER.createObjectNode().put("is_final", true), context));
        }
        if ((last || all) && !over) {
            for (String each : texts.keySet()) {
                flush(each);
            }
            send(MAPPER.createObjectNode().putNull("audio").put("isFinal", true));
            close(1000, "");
        }
    }

    private void flush(String context) throws IOException {
        String text = Objects.requireNonNull(texts.get(context)).toString();
        texts.put(context, new StringBuilder());
        if (text.isEmpty() || spoilt()) {
            return;
        }
        var format = AudioFormat.parse(request.query().getOrDefault("output_format", "mp3_44100_128"))
                .orElseThrow();
        ObjectNode audio = MAPPER.createObjectNode()
                .put("audio", sound(format, CHARACTER.multipliedBy(text.length())))
                .putNull("isFinal");
        ObjectNode alignment = audio.putObject("alignment");
        for (int i = 0; i < text.length(); i++) {
            alignment.withArray("chars").add(text.substring(i, i + 1));
            alignment.withArray("charStartTimesMs").add(i * CHARACTER.toMillis());
            alignment.withArray("charDurationsMs").add(CHARACTER.toMillis());
        }
        send(marked(audio, context));
        spoilAfterwards();
    }

    private void die() throws IOException {
        over = true;
        socket.die();
    }

    private void write(JsonNode message) throws IOException {
        heardBytes += Base64.getDecoder().decode(message.path("audio_base_64").asText("")).length;
        if (spoilt()) {
            return;
        }
        String heard = "Heard " + heardBytes / BYTES_OF_A_SECOND + " seconds.";
        boolean commit = message.path("commit").asBoolean();
        send(object(commit ? "committed_transcript" : "partial_transcript").put("text", heard));
        spoilAfterwards();
    }

    private void talk(JsonNode message) throws IOException {
        boolean asks = message.has("user_audio_chunk")
                || message.path("type").asText("").equals("user_message");
        if (!asks || spoilt()) {
            return;
        }
        ObjectNode words = MAPPER.createObjectNode().put("type", "agent_response");
        words.putObject("agent_response_event").put("agent_response", "Hello.");
        send(words);
        ObjectNode audio = MAPPER.createObjectNode().put("type", "audio");
        audio.putObject("audio_event")
                .put("audio_base_64", sound(AudioFormat.PCM_16000, ANSWER))
                .put("event_id", 1);
        send(audio);
        spoilAfterwards();
    }

    /** What goes wrong instead of an answer. */
    private boolean spoilt() throws IOException {
        switch (fault) {
            case Fault.Told told -> {
                socket.send(told.json());
                close(told.code(), told.reason());
            }
            case Fault.Flood flood ->
                socket.send("{\"audio\":\"" + "A".repeat(Math.toIntExact(flood.bytes())) + "\"}", 64 * 1024);
            case Fault.StallBeforeHead _ -> stall();
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    /** What goes wrong after one. */
    private void spoilAfterwards() throws IOException {
        switch (fault) {
            case Fault.CutOff _ -> die();
            case Fault.DiesLater _ -> {
                if (socket.receive() != null) {
                    die();
                }
            }
            case Fault.Closed closed -> close(closed.code(), closed.reason());
            case Fault.StallHalfway _ -> stall();
            case Fault.SlowDrip drip -> LockSupport.parkNanos(drip.pause().toNanos());
            case null, default -> {
                // All is well.
            }
        }
    }

    private void stall() throws IOException {
        over = true;
        socket.awaitLeave();
        request.hungUp(InstantSource.system().instant());
    }

    private void close(int code, String reason) throws IOException {
        over = true;
        socket.close(code, reason);
    }

    private void send(ObjectNode message) throws IOException {
        socket.send(message.toString());
    }

    private boolean path(String end) {
        return request.path().endsWith(end);
    }

    private static ObjectNode marked(ObjectNode message, String context) {
        return context.equals(NO_CONTEXT) ? message : message.put("contextId", context);
    }

    private static ObjectNode object(String type) {
        return MAPPER.createObjectNode().put("message_type", type);
    }

    private static String sound(AudioFormat format, Duration length) {
        return Base64.getEncoder().encodeToString(TestAudio.tone(format, length));
    }
}
