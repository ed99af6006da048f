package dev.parley.adapters.elevenlabs.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings of a transcription as fields of its form. What was not asked for is not sent. */
final class TranscriptionFields {

    private TranscriptionFields() {}

    static void put(Form form, TranscriptionSettings settings) {
        put(form, "language_code", settings.language());
        put(form, "tag_audio_events", settings.audioEvents());
        if (settings.granularity() != Granularity.WORD) {
            put(form, "timestamps_granularity", settings.granularity().name().toLowerCase(Locale.ROOT));
        }
        put(form, settings.speakers());
        put(form, settings.entities());
        put(form, settings.channels());
        settings.keyterms().forEach(term -> form.put("keyterms", term));
        put(form, "no_verbatim", settings.noVerbatim() ? Boolean.TRUE : null);
        put(form, "temperature", settings.temperature());
        put(form, "seed", settings.seed());
        if (!settings.exports().isEmpty()) {
            form.put("additional_formats", exports(settings.exports()));
        }
    }

    private static void put(Form form, Speakers speakers) {
        put(form, "num_speakers", speakers.count());
        put(form, "diarize", speakers.told() ? Boolean.TRUE : null);
        put(form, "diarization_threshold", speakers.threshold());
        put(form, "detect_speaker_roles", speakers.roles() ? Boolean.TRUE : null);
    }

    private static void put(Form form, Entities entities) {
        entities.detected().forEach(kind -> form.put("entity_detection", kind));
        entities.redacted().forEach(kind -> form.put("entity_redaction", kind));
        put(form, "entity_redaction_mode", entities.mode());
    }

    private static void put(Form form, Channels channels) {
        if (channels != Channels.ONE) {
            form.put("use_multi_channel", true);
            form.put("multichannel_output_style", channels.name().toLowerCase(Locale.ROOT));
        }
    }

    private static ArrayNode exports(List<Export> exports) {
        ArrayNode array = Json.object().putArray("additional_formats");
        for (Export export : exports) {
            ObjectNode told = array.addObject().put("format", export.format());
            put(told, "include_speakers", export.speakers());
            put(told, "include_timestamps", export.timestamps());
            put(told, "max_characters_per_line", export.lineCharactersMax());
            put(told, "segment_on_silence_longer_than_s", export.silenceSeconds());
            put(told, "max_segment_duration_s", export.segmentSecondsMax());
            put(told, "max_segment_chars", export.segmentCharactersMax());
        }
        return array;
    }

    private static void put(Form form, String field, @Nullable Object value) {
        if (value != null) {
            form.put(field, value);
        }
    }

    private static void put(ObjectNode into, String field, @Nullable Object value) {
        if (value != null) {
            into.putPOJO(field, value);
        }
    }
}
