package dev.parley.rest.session;

import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import dev.parley.domain.session.Setting;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Text spoken as it comes: ElevenLabs' {@code stream-input} and {@code multi-stream-input}. */
final class SpeechWire implements Wire {

    private static final Set<String> TAKEN = Set.of("model_id", "token", "single_use_token", "authorization");

    private final Query query;
    private final String voice;
    private final boolean contexts;

    SpeechWire(HttpRequest<?> request, String voice, boolean contexts) {
        this.query = new Query(request);
        this.voice = voice;
        this.contexts = contexts;
    }

    @Override
    public Order order() {
        var settings = query.settings(draft(List.of()), TAKEN);
        return new Order(query.text("model_id", "eleven_multilingual_v2"), draft(settings), null, null);
    }

    /** A blank text says nothing: it begins a session, or keeps one alive. */
    @Override
    public List<Frame> read(Message message) {
        var object = WireJson.object(message);
        String text = WireJson.string(object, "text");
        FirstKey.FIELDS.forEach(object::remove);
        var load = text.isBlank() ? Load.NONE : Load.text(text.codePointCount(0, text.length()));
        return List.of(new Frame(object.toString(), load));
    }

    @Override
    public String told(Complaint complaint) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("message", complaint.message());
        told.put("error", complaint.word());
        told.put("code", complaint.close());
        return WireJson.text(told);
    }

    /** How the voice is to speak is said in the first message. */
    private SpeechSessionDraft draft(List<Setting> settings) {
        return new SpeechSessionDraft(voice, contexts, SpeechSettings.DEFAULT, settings, Query.ALL);
    }
}
