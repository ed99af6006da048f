package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.integer;
import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.number;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.strings;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;
import static dev.parley.adapters.storage.jdbc.StoredJson.truth;
import static dev.parley.adapters.storage.jdbc.StoredJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.domain.recording.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a caller brought, and what they want to know of it, inside of what {@link RequestJson} stores. */
final class RecordingJson {

    private RecordingJson() {}

    static void write(ObjectNode json, Upload upload) {
        json.put("task", upload.task().toString())
                .put("part", upload.part())
                .put("media_type", upload.mediaType())
                .put("bytes", upload.bytes())
                .put("millis", upload.length().toMillis())
                .put("sha256", upload.sha256());
    }

    static Upload upload(JsonNode json) {
        return new Upload(
                UUID.fromString(string(json, "task")),
                member(json, "part").intValue(),
                string(json, "media_type"),
                member(json, "bytes").longValue(),
                millis(json, "millis"),
                string(json, "sha256"));
    }

    static void write(ObjectNode json, TranscriptionSettings settings) {
        json.put("language", settings.language())
                .put("audio_events", settings.audioEvents())
                .put("granularity", settings.granularity().name())
                .put("speakers", settings.speakers().count())
                .put("diarized", settings.speakers().told())
                .put("threshold", settings.speakers().threshold())
                .put("roles", settings.speakers().roles())
                .put("redaction_mode", settings.entities().mode())
                .put("channels", settings.channels().name())
                .put("no_verbatim", settings.noVerbatim())
                .put("temperature", settings.temperature())
                .put("seed", settings.seed());
        StoredJson.put(json, "detected", settings.entities().detected());
        StoredJson.put(json, "redacted", settings.entities().redacted());
        StoredJson.put(json, "keyterms", settings.keyterms());
        var exports = json.putArray("exports");
        settings.exports().forEach(export -> write(exports.addObject(), export));
    }

    static TranscriptionSettings settings(JsonNode json) {
        List<Export> exports = new ArrayList<>();
        json.path("exports").forEach(export -> exports.add(export(export)));
        return new TranscriptionSettings(
                textOrNull(json, "language"),
                truth(json, "audio_events"),
                Granularity.valueOf(string(json, "granularity")),
                new Speakers(
                        integer(json, "speakers"),
                        flag(json, "diarized"),
                        number(json, "threshold"),
                        flag(json, "roles")),
                new Entities(strings(json, "detected"), strings(json, "redacted"), textOrNull(json, "redaction_mode")),
                Channels.valueOf(string(json, "channels")),
                strings(json, "keyterms"),
                flag(json, "no_verbatim"),
                number(json, "temperature"),
                whole(json, "seed"),
                exports);
    }

    private static void write(ObjectNode json, Export export) {
        json.put("format", export.format())
                .put("speakers", export.speakers())
                .put("timestamps", export.timestamps())
                .put("line_characters", export.lineCharactersMax())
                .put("silence_seconds", export.silenceSeconds())
                .put("segment_seconds", export.segmentSecondsMax())
                .put("segment_characters", export.segmentCharactersMax());
    }

    private static Export export(JsonNode json) {
        return new Export(
                string(json, "format"),
                truth(json, "speakers"),
                truth(json, "timestamps"),
                integer(json, "line_characters"),
                number(json, "silence_seconds"),
                number(json, "segment_seconds"),
                integer(json, "segment_characters"));
    }
}
