package dev.parley.domain.recording;

import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.ModelRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes.
 *
 * @param longest of one recording
 */
public record RecordingRules(Duration longest) implements ModelRules {

    /** Voice changers take five minutes, by ElevenLabs' documents. */
    public static final RecordingRules VOICE_CHANGE = new RecordingRules(Duration.ofMinutes(5));

    public static final RecordingRules STEMS = new RecordingRules(Duration.ofMinutes(15));

    /** Transcripts are made of ten hours at most, by ElevenLabs' documents. */
    public static final RecordingRules TRANSCRIPTION = new RecordingRules(Duration.ofHours(10));

    /** Dubs that are asked for by the interface are of two and a half hours at most, by ElevenLabs' documents. */
    public static final RecordingRules DUBBING = new RecordingRules(Duration.ofMinutes(150));

    private static final long SEED_MAX = 0xFFFF_FFFFL;
    private static final int SPEAKERS_MAX = 32;
    private static final double THRESHOLD_MIN = 0.1;
    private static final double THRESHOLD_MAX = 0.4;
    private static final double TEMPERATURE_MAX = 2;
    private static final int KEYTERM_CHARACTERS_MAX = 100;
    private static final int ENTITIES_MAX = 60;
    private static final int ENTITY_CHARACTERS_MAX = 100;
    private static final int EXPORT_SECONDS_MAX = 3600;
    private static final int EXPORT_CHARACTERS_MAX = 10_000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> EXPORTS = Set.of("docx", "html", "pdf", "segmented_json", "srt", "txt");

    @Override
    public RecordingRules stricter(ModelRules others) {
        return others instanceof RecordingRules(Duration theirs) && theirs.compareTo(longest) < 0
                ? new RecordingRules(theirs)
                : this;
    }

    /** @throws Refused naming the field, where the recording is longer than the model takes */
    public Upload accept(String field, Upload audio) {
        if (audio.length().compareTo(longest) > 0) {
            throw Refused.invalid(
                    field,
                    "is " + audio.length().toSeconds() + " seconds long; this model takes at most "
                            + longest.toSeconds() + ". Split it into several requests.");
        }
        return audio;
    }

    /** @throws Refused if it lies outside */
    public static void checkSettings(RecordingDraft.VoiceChangeDraft draft) {
        Bounds.within("seed", draft.seed(), 0, SEED_MAX);
        var settings = draft.settings();
        Bounds.share("voice_settings.stability", settings.stability());
        Bounds.share("voice_settings.similarity_boost", settings.similarity());
        Bounds.share("voice_settings.style", settings.style());
    }

    /** @throws Refused naming the first setting that breaks a rule, as {@code num_speakers} */
    public static TranscriptionSettings accept(TranscriptionSettings settings) {
        String language = settings.language();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Refused.invalid("language_code", "must be a code of ISO 639-1 or 639-3, in lower case.");
        }
        var count = settings.speakers().count();
        Bounds.within("num_speakers", count == null ? null : count.longValue(), 1, SPEAKERS_MAX);
        Bounds.within("diarization_threshold", settings.speakers().threshold(), THRESHOLD_MIN, THRESHOLD_MAX);
        Bounds.within("temperature", settings.temperature(), 0, TEMPERATURE_MAX);
        Bounds.within("seed", settings.seed(), 0, Integer.MAX_VALUE);
        Bounds.texts("keyterms", settings.keyterms(), TranscriptionSettings.KEYTERMS_MAX, KEYTERM_CHARACTERS_MAX);
        Bounds.texts("entity_detection", settings.entities().detected(), ENTITIES_MAX, ENTITY_CHARACTERS_MAX);
        Bounds.texts("entity_redaction", settings.entities().redacted(), ENTITIES_MAX, ENTITY_CHARACTERS_MAX);
        String mode = settings.entities().mode();
        if (mode != null) {
            Bounds.text("entity_redaction_mode", mode, ENTITY_CHARACTERS_MAX);
        }
        check(settings.exports());
        return settings;
    }

    private static void check(List<Export> exports) {
        Bounds.count("additional_formats", exports.size(), TranscriptionSettings.EXPORTS_MAX);
        for (int i = 0; i < exports.size(); i++) {
            String field = "additional_formats[" + i + "]";
            var export = exports.get(i);
            if (!EXPORTS.contains(export.format())) {
                throw Refused.invalid(
                        field + ".format",
                        "must be one of: "
                                + String.join(", ", EXPORTS.stream().sorted().toList()) + ".");
            }
            number(field + ".max_characters_per_line", export.lineCharactersMax());
            number(field + ".max_segment_chars", export.segmentCharactersMax());
            Bounds.within(field + ".segment_on_silence_longer_than_s", export.silenceSeconds(), 0, EXPORT_SECONDS_MAX);
            Bounds.within(field + ".max_segment_duration_s", export.segmentSecondsMax(), 0, EXPORT_SECONDS_MAX);
        }
    }

    private static void number(String field, @Nullable Integer value) {
        Bounds.within(field, value == null ? null : value.longValue(), 1, EXPORT_CHARACTERS_MAX);
    }
}
