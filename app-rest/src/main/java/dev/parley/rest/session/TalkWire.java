package dev.parley.rest.session;

import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.ConversationDraft;
import dev.parley.rest.auth.Tickets;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A talk with an agent: ElevenLabs' {@code convai/conversation}. */
final class TalkWire implements Wire {

    static final String AGENT = "agent_id";

    private static final Set<String> TAKEN = Set.of(AGENT, Tickets.TALK_FIELD, "model_id");
    private static final String SOUND = "user_audio_chunk";
    private static final Load SENTENCE = Load.audio(Duration.ofSeconds(1));

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

    /** A message of text counts as a second of sound. */
    @Override
    public List<Frame> read(Message message) {
        var object = WireJson.object(message);
        FirstKey.FIELDS.forEach(object::remove);
        var load = object.has(SOUND)
                ? Load.audio(WireJson.sound(object, SOUND, format))
                : WireJson.string(object, "type").equals("user_message") ? SENTENCE : Load.NONE;
        return List.of(new Frame(object.toString(), load));
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
}
