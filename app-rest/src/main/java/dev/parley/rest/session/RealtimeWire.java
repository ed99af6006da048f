package dev.parley.rest.session;

import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
import dev.parley.domain.session.Setting;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sound written down as it comes: ElevenLabs' {@code realtime}. */
final class RealtimeWire implements Wire {

    static final String CHUNK = "input_audio_chunk";
    static final String SOUND = "audio_base_64";

    private static final Set<String> TAKEN = Set.of("model_id", "token", "single_use_token");
    private static final Set<AudioFormat> FORMATS = Set.of(
            AudioFormat.PCM_8000,
            AudioFormat.PCM_16000,
            AudioFormat.PCM_22050,
            AudioFormat.PCM_24000,
            AudioFormat.PCM_44100,
            AudioFormat.PCM_48000,
            AudioFormat.ULAW_8000);

    private final Query query;

    RealtimeWire(HttpRequest<?> request) {
        this.query = new Query(request);
    }

    @Override
    public Order order() {
        return order(List.of());
    }

    /** @param more settings beside the client's own */
    Order order(List<Setting> more) {
        var draft = new TranscriptionSessionDraft(format(), List.of(), Query.ALL);
        List<Setting> settings = new ArrayList<>(query.settings(draft, TAKEN));
        more.stream()
                .filter(setting -> settings.stream().noneMatch(set -> set.name().equals(setting.name())))
                .forEach(settings::add);
        return new Order(
                query.text("model_id", "scribe_v2_realtime"),
                new TranscriptionSessionDraft(format(), settings, Query.ALL),
                null,
                null);
    }

    @Override
    public List<Frame> read(Message message) {
        var object = WireJson.object(message);
        if (!WireJson.string(object, "message_type").equals(CHUNK)) {
            throw BadMessage.wrong("'message_type' must be '" + CHUNK + "'.");
        }
        FirstKey.FIELDS.forEach(object::remove);
        return List.of(new Frame(object.toString(), Load.audio(WireJson.sound(object, SOUND, format()))));
    }

    @Override
    public String told(Complaint complaint) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("message_type", complaint.word());
        told.put("error_type", complaint.word());
        told.put("error", complaint.message());
        return WireJson.text(told);
    }

    AudioFormat format() {
        return AudioFormat.parse(query.text("audio_format", AudioFormat.PCM_16000.toString()))
                .filter(FORMATS::contains)
                .orElseThrow(() -> Refused.invalid(
                        "audio_format",
                        "must be one of: "
                                + String.join(
                                        ", ",
                                        FORMATS.stream()
                                                .map(AudioFormat::toString)
                                                .sorted()
                                                .toList())
                                + "."));
    }
}
