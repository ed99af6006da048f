package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.number;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Dialogues, turns and the settings of speech, inside of what {@link RequestJson} stores. */
final class SpokenJson {

    private SpokenJson() {}

    static void write(ObjectNode json, Dialogue dialogue) {
        var settings = dialogue.settings();
        json.put("stability", settings.stability())
                .put("similarity", settings.similarity())
                .put("language", settings.language().code());
        var turns = json.putArray("turns");
        dialogue.turns().forEach(turn -> write(turns.addObject(), turn));
    }

    static Dialogue dialogue(JsonNode json) {
        List<Turn> turns = new ArrayList<>();
        member(json, "turns").forEach(turn -> turns.add(turn(turn)));
        return new Dialogue(
                turns,
                new DialogueSettings(
                        member(json, "stability").doubleValue(), number(json, "similarity"), language(json)));
    }

    static void write(ObjectNode json, SpeechSettings settings) {
        json.put("stability", settings.stability())
                .put("similarity", settings.similarity())
                .put("style", settings.style())
                .put("speaker_boost", settings.speakerBoost())
                .put("speed", settings.speed())
                .put("language", settings.language().code());
    }

    static SpeechSettings settings(JsonNode json) {
        return new SpeechSettings(
                number(json, "stability"),
                number(json, "similarity"),
                number(json, "style"),
                truth(json, "speaker_boost"),
                number(json, "speed"),
                language(json));
    }

    static void write(ObjectNode json, Turn turn) {
        json.put("text", turn.text());
        write(json, turn.voice());
        if (turn.pause() != null) {
            json.put("pause_millis", turn.pause().toMillis());
        }
    }

    static Turn turn(JsonNode json) {
        var pause = json.path("pause_millis");
        return new Turn(
                string(json, "text"), voice(json), pause.isNumber() ? Duration.ofMillis(pause.longValue()) : null);
    }

    static void write(ObjectNode json, VoiceRef voice) {
        json.put("provider", voice.provider()).put("voice", voice.voice());
    }

    static VoiceRef voice(JsonNode json) {
        return new VoiceRef(string(json, "provider"), string(json, "voice"));
    }

    private static LanguageCode language(JsonNode json) {
        return new LanguageCode(string(json, "language"));
    }
}
