package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.number;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Media;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Requests as stored JSON, written field by field: what is on disk changes only where this class and those that it names do. Its
 * {@code kind} names the request and the version of its form; a form once released is read for ever.
 */
final class RequestJson {
    private static final String DIALOGUE_1 = "dialogue/1";
    private static final String SPEECH_1 = "speech/1";
    private static final String DIALOGUE = "dialogue/2";
    private static final String SPEECH = "speech/2";
    private static final String MUSIC = "music/1";
    private static final String PLAN = "music_plan/1";
    private static final String SOUND = "sound/1";
    private static final String VOICE_CHANGE = "voice_change/1";
    private static final String STEMS = "stems/1";
    private static final String DUBBING = "dubbing/1";
    private static final String TRANSCRIPTION = "transcription/1";
    private static final String SPEECH_SESSION = "speech_session/1";
    private static final String TRANSCRIPTION_SESSION = "transcription_session/1";
    private static final String CONVERSATION = "conversation/1";
    private static final JsonMapper JSON = new JsonMapper();

    private RequestJson() {}

    static String write(RenderRequest request) {
        var json = StoredJson.object();
        switch (request) {
            case DialogueRequest dialogue -> SpokenJson.write(json.put("kind", DIALOGUE), dialogue.dialogue());
            case SpeechRequest speech -> {
                SpokenJson.write(json.put("kind", SPEECH), speech.settings());
                SpokenJson.write(json.putObject("turn"), speech.turn());
            }
            case MusicRequest music -> MusicJson.write(json.put("kind", MUSIC), music.score(), music.options());
            case PlanRequest plan -> write(json.put("kind", PLAN), plan);
            case SoundRequest sound -> write(json.put("kind", SOUND), sound.sound());
            case VoiceChangeRequest change -> write(json.put("kind", VOICE_CHANGE), change);
            case StemsRequest stems -> {
                json.put("kind", STEMS)
                        .put("variation", stems.variation().toString())
                        .put("stem_format", stems.stemFormat().toString());
                RecordingJson.write(json.putObject("audio"), stems.audio());
            }
            case DubbingRequest dub -> {
                DubbingJson.write(json.put("kind", DUBBING), dub);
                RecordingJson.write(json.putObject("audio"), dub.audio());
            }
            case TranscriptionRequest transcription -> {
                RecordingJson.write(json.put("kind", TRANSCRIPTION), transcription.settings());
                RecordingJson.write(json.putObject("audio"), transcription.audio());
            }
            case SpeechSessionRequest session -> {
                SessionJson.write(json.put("kind", SPEECH_SESSION).put("contexts", session.contexts()), session);
                SpokenJson.write(json.putObject("voice"), session.voice());
            }
            case TranscriptionSessionRequest session ->
                SessionJson.write(
                        json.put("kind", TRANSCRIPTION_SESSION)
                                .put("audio_format", session.audio().toString()),
                        session);
            case ConversationRequest session ->
                SessionJson.write(json.put("kind", CONVERSATION).put("agent", session.agent()), session);
        }
        json.put("model", request.model())
                .put("format", request.format().toString())
                .put("streamed", request.delivery().streamed())
                .put("timings", request.delivery().timings());
        if (request instanceof SpokenRequest spoken) {
            OptionsJson.write(json.putObject("options"), spoken.options());
        }
        return json.toString();
    }

    static RenderRequest read(String text) {
        var json = StoredJson.parse(text);
        String model = string(json, "model");
        String kind = string(json, "kind");
        return switch (kind) {
            case DIALOGUE_1, DIALOGUE ->
                new DialogueRequest(
                        model,
                        SpokenJson.dialogue(json),
                        OptionsJson.read(json.path("options")),
                        delivery(json),
                        format(json, "format"));
            case SPEECH_1, SPEECH ->
                new SpeechRequest(
                        model,
                        SpokenJson.turn(member(json, "turn")),
                        SpokenJson.settings(json),
                        OptionsJson.read(json.path("options")),
                        delivery(json),
                        format(json, "format"));
            case MUSIC ->
                new MusicRequest(
                        model, MusicJson.score(json), MusicJson.options(json), delivery(json), format(json, "format"));
            case PLAN ->
                new PlanRequest(
                        model,
                        string(json, "prompt"),
                        json.has("length_millis") ? millis(json, "length_millis") : null,
                        json.has("source") ? PlanJson.read(member(json, "source")) : null,
                        delivery(json));
            case SOUND -> new SoundRequest(model, sound(json), delivery(json), format(json, "format"));
            case VOICE_CHANGE -> voiceChange(model, json);
            case STEMS ->
                new StemsRequest(
                        model,
                        RecordingJson.upload(member(json, "audio")),
                        StemVariation.parse(string(json, "variation")).orElseThrow(),
                        format(json, "stem_format"),
                        delivery(json));
            case DUBBING ->
                new DubbingRequest(
                        model,
                        RecordingJson.upload(member(json, "audio")),
                        DubbingJson.settings(json),
                        delivery(json),
                        Media.named(string(json, "media")).orElseThrow());
            case TRANSCRIPTION ->
                new TranscriptionRequest(
                        model,
                        RecordingJson.upload(member(json, "audio")),
                        RecordingJson.settings(json),
                        delivery(json));
            case SPEECH_SESSION, TRANSCRIPTION_SESSION, CONVERSATION -> session(kind, model, json);
            default -> throw new IllegalStateException("a later version stored a request of kind '" + kind + "'");
        };
    }

    private static SessionRequest session(String kind, String model, JsonNode json) {
        var settings = SessionJson.settings(json);
        var most = SessionJson.most(json);
        return switch (kind) {
            case SPEECH_SESSION ->
                new SpeechSessionRequest(
                        model, SpokenJson.voice(member(json, "voice")), flag(json, "contexts"), settings, most);
            case TRANSCRIPTION_SESSION ->
                new TranscriptionSessionRequest(model, format(json, "audio_format"), settings, most);
            default -> new ConversationRequest(model, string(json, "agent"), settings, most);
        };
    }

    static String writeStrings(Collection<String> strings) {
        var array = JSON.createArrayNode();
        strings.forEach(array::add);
        return array.toString();
    }

    static List<String> readStrings(String text) {
        List<String> strings = new ArrayList<>();
        StoredJson.parse(text).forEach(string -> strings.add(string.textValue()));
        return strings;
    }

    private static void write(ObjectNode json, PlanRequest plan) {
        json.put("prompt", plan.prompt());
        var length = plan.length();
        if (length != null) {
            json.put("length_millis", length.toMillis());
        }
        var source = plan.source();
        if (source != null) {
            PlanJson.write(json.putObject("source"), source);
        }
    }

    private static void write(ObjectNode json, Sound sound) {
        json.put("text", sound.text())
                .put("loop", sound.loop())
                .put("longest_millis", sound.longest().toMillis())
                .put("influence", sound.influence());
        if (sound.length() != null) {
            json.put("length_millis", sound.length().toMillis());
        }
    }

    private static Sound sound(JsonNode json) {
        return new Sound(
                string(json, "text"),
                flag(json, "loop"),
                json.has("length_millis") ? millis(json, "length_millis") : null,
                millis(json, "longest_millis"),
                number(json, "influence"));
    }

    private static void write(ObjectNode json, VoiceChangeRequest change) {
        SpokenJson.write(json, change.settings());
        SpokenJson.write(json.putObject("voice"), change.voice());
        json.put("seed", change.seed()).put("without_noise", change.withoutNoise());
        RecordingJson.write(json.putObject("audio"), change.audio());
    }

    private static VoiceChangeRequest voiceChange(String model, JsonNode json) {
        return new VoiceChangeRequest(
                model,
                RecordingJson.upload(member(json, "audio")),
                SpokenJson.voice(member(json, "voice")),
                SpokenJson.settings(json),
                whole(json, "seed"),
                flag(json, "without_noise"),
                delivery(json),
                format(json, "format"));
    }

    /** The first form knew of none, and went into files. */
    private static Delivery delivery(JsonNode json) {
        return new Delivery(flag(json, "streamed"), flag(json, "timings"));
    }

    private static AudioFormat format(JsonNode json, String name) {
        String format = string(json, name);
        return AudioFormat.parse(format)
                .orElseThrow(() -> new IllegalStateException("a later version stored the format '" + format + "'"));
    }
}
