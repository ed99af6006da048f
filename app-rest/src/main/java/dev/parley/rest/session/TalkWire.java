package dev.parley.rest.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.ConversationDraft;
import dev.parley.domain.session.SessionRules;
import dev.parley.rest.auth.Tickets;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A talk with an agent: ElevenLabs' {@code convai/conversation}. */
final class TalkWire implements Wire {

    static final String AGENT = "agent_id";

    private static final Set<String> TAKEN = Set.of(AGENT, Tickets.TALK_FIELD, "model_id");
    private static final String SOUND = "user_audio_chunk";
    private static final String TYPE = "type";

    /** What says nothing to the agent. */
    private static final Set<String> SIGNS = Set.of(
            "conversation_initiation_client_data", "feedback", "mcp_tool_approval_result", "pong", "user_activity");

    private static final Set<String> UNREAD = Set.of(TYPE, "tool_call_id", SOUND);

    private final Query query;
    private volatile AudioFormat format = AudioFormat.PCM_16000;

    TalkWire(HttpRequest<?> request) {
        this.query = new Query(request);
    }

    @Override
    public Order order() {
        String agent = query.text(AGENT, "");
        var draft = new ConversationDraft(agent, List.of(), Query.ALL);
        var asked = new ConversationDraft(agent, query.settings(draft, TAKEN), Query.ALL);
        return new Order(query.text("model_id", "elevenlabs-agents"), asked, null, null);
    }

    /** Text counts, by whatever message it comes: all of it is for the agent to read. */
    @Override
    public List<Frame> read(Message message) {
        var object = WireJson.object(message);
        FirstKey.FIELDS.forEach(object::remove);
        var beside = object.deepCopy().without(SOUND);
        if (beside.toString().getBytes(StandardCharsets.UTF_8).length > SessionRules.TALK_BYTES_MAX) {
            throw BadMessage.tooBig(
                    "A message has at most " + SessionRules.TALK_BYTES_MAX + " bytes beside its sound.");
        }
        var sound = Load.audio(WireJson.sound(object, SOUND, format));
        int characters = SIGNS.contains(WireJson.string(object, TYPE)) ? 0 : characters(object);
        return List.of(new Frame(object.toString(), characters == 0 ? sound : sound.plus(Load.message(characters))));
    }

    /** The agent says in which form it wants to hear. */
    @Override
    public String write(Frame frame) {
        if (frame.json().contains("user_input_audio_format")) {
            String wanted = WireJson.trusted(frame.json())
                    .path("conversation_initiation_metadata_event")
                    .path("user_input_audio_format")
                    .asText();
            AudioFormat.parse(wanted).ifPresent(told -> format = told);
        }
        return frame.json();
    }

    /** The close frame says it: clients of agents know no message for it. */
    @Override
    public @Nullable String told(Complaint complaint) {
        return null;
    }

    private static int characters(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            return text.codePointCount(0, text.length());
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !UNREAD.contains(field.getKey()))
                    .mapToInt(field -> characters(field.getValue()))
                    .sum();
        }
        int sum = 0;
        for (var element : node) {
            sum += characters(element);
        }
        return sum;
    }
}
