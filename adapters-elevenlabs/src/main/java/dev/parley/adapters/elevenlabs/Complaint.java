package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.wire.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an error answer says, in any of the upstream's three shapes: {@code detail} with type, code and status; with a status
 * only; or a list of wrong fields. Its prose is looked at, and never passed on: it may repeat a key or the caller's text.
 *
 * @param words type, code and status, as far as they were told, in lower case
 * @param field the field that a list of wrong fields names first; empty where there is none
 * @param prose for looking up what we know ourselves
 */
record Complaint(int status, Set<String> words, String field, String prose) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{1,59}");

    /** Those that we send: nothing else of a list is repeated. */
    private static final Set<String> FIELDS = Set.of(
            "inputs",
            "text",
            "voice_id",
            "model_id",
            "language_code",
            "settings",
            "voice_settings",
            "stability",
            "similarity",
            "similarity_boost",
            "style",
            "use_speaker_boost",
            "speed",
            "seed",
            "pronunciation_dictionary_locators",
            "pronunciation_dictionary_id",
            "version_id",
            "apply_text_normalization",
            "apply_language_text_normalization",
            "use_pvc_as_ivc",
            "previous_text",
            "next_text",
            "future_text",
            "previous_request_ids",
            "next_request_ids",
            "audio_effects",
            "output_format",
            "enable_logging",
            "optimize_streaming_latency",
            "prompt",
            "composition_plan",
            "positive_global_styles",
            "negative_global_styles",
            "sections",
            "section_name",
            "positive_local_styles",
            "negative_local_styles",
            "duration_ms",
            "lines",
            "source_from",
            "chunks",
            "positive_styles",
            "negative_styles",
            "context_adherence",
            "conditioning_ref",
            "condition_strength",
            "song_id",
            "range",
            "negative_ranges",
            "start_ms",
            "end_ms",
            "source_composition_plan",
            "music_length_ms",
            "force_instrumental",
            "finetune_id",
            "respect_sections_durations",
            "store_for_inpainting",
            "sign_with_c2pa",
            "with_timestamps",
            "loop",
            "duration_seconds",
            "prompt_influence",
            "audio",
            "file",
            "file_format",
            "remove_background_noise",
            "stem_variation_id",
            "tag_audio_events",
            "num_speakers",
            "timestamps_granularity",
            "diarize",
            "diarization_threshold",
            "detect_speaker_roles",
            "additional_formats",
            "temperature",
            "use_multi_channel",
            "multichannel_output_style",
            "entity_detection",
            "entity_redaction",
            "entity_redaction_mode",
            "no_verbatim",
            "keyterms");

    Complaint {
        words = Set.copyOf(words);
    }

    /** Of any body, JSON or not. */
    static Complaint of(int status, byte[] body) {
        JsonNode detail;
        try {
            detail = Json.read(body).path("detail");
        } catch (IOException noJson) {
            return new Complaint(status, Set.of(), "", "");
        }
        if (detail.isArray()) {
            return new Complaint(status, Set.of(), field(detail.path(0).path("loc")), "");
        }
        Set<String> words = new HashSet<>();
        for (String name : new String[] {"type", "code", "status"}) {
            String word = detail.path(name).asText("").toLowerCase(Locale.ROOT);
            if (WORD.matcher(word).matches()) {
                words.add(word);
            }
        }
        return new Complaint(status, words, "", detail.path("message").asText(""));
    }

    boolean says(String... any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String field(JsonNode location) {
        var field = new StringBuilder();
        for (JsonNode step : location) {
            if (step.isInt()) {
                field.append('[').append(step.intValue()).append(']');
            } else if (FIELDS.contains(step.asText())) {
                field.append(field.isEmpty() ? "" : ".").append(step.asText());
            }
        }
        return field.toString();
    }
}
