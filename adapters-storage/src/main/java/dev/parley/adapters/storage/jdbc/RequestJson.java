package dev.parley.adapters.storage.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Delivery;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.dialogue.RenderRequest.DialogueRequest;
import dev.parley.domain.dialogue.RenderRequest.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests as stored JSON, written field by field: what is on disk changes only where this class does. Its {@code kind}
 * names the request and the version of its form; a form once released is read for ever.
 */
final class RequestJson {
    private static final String DIALOGUE_1 = "dialogue/1";
    private static final String SPEECH_1 = "speech/1";
    private static final String DIALOGUE = "dialogue/2";
    private static final String SPEECH = "speech/2";
    private static final JsonMapper JSON = new JsonMapper();

    private RequestJson() {}

    static String write(RenderRequest request) {
        var json = JSON.createObjectNode();
        switch (request) {
            case DialogueRequest dialogue -> writeDialogue(json.put("kind", DIALOGUE), dialogue);
            case SpeechRequest speech -> writeSpeech(json.put("kind", SPEECH), speech);
        }
        json.put("model", request.model())
                .put("format", request.format().toString())
                .put("streamed", request.delivery().streamed())
                .put("timings", request.delivery().timings());
        OptionsJson.write(json.putObject("options"), request.options());
        return json.toString();
    }

    static RenderRequest read(String text) {
        var json = parse(text);
        String kind = string(json, "kind");
        return switch (kind) {
            case DIALOGUE_1, DIALOGUE -> readDialogue(json);
            case SPEECH_1, SPEECH -> readSpeech(json);
            default -> throw new IllegalStateException("a later version stored a request of kind '" + kind + "'");
        };
    }

    static String writeStrings(Collection<String> strings) {
        var array = JSON.createArrayNode();
        strings.forEach(array::add);
        return array.toString();
    }

    static List<String> readStrings(String text) {
        List<String> strings = new ArrayList<>();
        parse(text).forEach(string -> strings.add(string.textValue()));
        return strings;
    }

    private static void writeDialogue(ObjectNode json, DialogueRequest request) {
        var settings = request.dialogue().settings();
        json.put("stability", settings.stability())
                .put("similarity", settings.similarity())
                .put("language", settings.language().code());
        var turns = json.putArray("turns");
        request.dialogue().turns().forEach(turn -> writeTurn(turns.addObject(), turn));
    }

    private static DialogueRequest readDialogue(JsonNode json) {
        List<Turn> turns = new ArrayList<>();
        member(json, "turns").forEach(turn -> turns.add(turn(turn)));
        var settings = new DialogueSettings(
                member(json, "stability").doubleValue(), number(json, "similarity"), language(json));
        return new DialogueRequest(
                string(json, "model"),
                new Dialogue(turns, settings),
                OptionsJson.read(json.path("options")),
                delivery(json),
                format(json));
    }

    private static void writeSpeech(ObjectNode json, SpeechRequest request) {
        var settings = request.settings();
        json.put("stability", settings.stability())
                .put("similarity", settings.similarity())
                .put("style", settings.style())
                .put("speaker_boost", settings.speakerBoost())
                .put("speed", settings.speed())
                .put("language", settings.language().code());
        writeTurn(json.putObject("turn"), request.turn());
    }

    private static SpeechRequest readSpeech(JsonNode json) {
        var boost = json.path("speaker_boost");
        var settings = new SpeechSettings(
                number(json, "stability"),
                number(json, "similarity"),
                number(json, "style"),
                boost.isBoolean() ? boost.booleanValue() : null,
                number(json, "speed"),
                language(json));
        return new SpeechRequest(
                string(json, "model"),
                turn(member(json, "turn")),
                settings,
                OptionsJson.read(json.path("options")),
                delivery(json),
                format(json));
    }

    /** The first form knew of none, and went into files. */
    private static Delivery delivery(JsonNode json) {
        return new Delivery(
                json.path("streamed").booleanValue(), json.path("timings").booleanValue());
    }

    private static void writeTurn(ObjectNode json, Turn turn) {
        json.put("text", turn.text())
                .put("provider", turn.voice().provider())
                .put("voice", turn.voice().voice());
        if (turn.pause() != null) {
            json.put("pause_millis", turn.pause().toMillis());
        }
    }

    private static Turn turn(JsonNode json) {
        var pause = json.path("pause_millis");
        return new Turn(
                string(json, "text"),
                new VoiceRef(string(json, "provider"), string(json, "voice")),
                pause.isNumber() ? Duration.ofMillis(pause.longValue()) : null);
    }

    private static LanguageCode language(JsonNode json) {
        return new LanguageCode(string(json, "language"));
    }

    private static AudioFormat format(JsonNode json) {
        String name = string(json, "format");
        return AudioFormat.parse(name)
                .orElseThrow(() -> new IllegalStateException("a later version stored the format '" + name + "'"));
    }

    private static String string(JsonNode json, String name) {
        return member(json, name).textValue();
    }

    private static @Nullable Double number(JsonNode json, String name) {
        var number = json.path(name);
        return number.isNumber() ? number.doubleValue() : null;
    }

    private static JsonNode member(JsonNode json, String name) {
        var member = json.get(name);
        if (member == null) {
            throw new IllegalStateException("a stored request has no '" + name + "'");
        }
        return member;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored request is not JSON", e);
        }
    }
}
