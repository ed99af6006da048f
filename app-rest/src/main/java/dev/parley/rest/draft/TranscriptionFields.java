package dev.parley.rest.draft;

import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.rest.json.Fields;
import dev.parley.rest.json.JsonFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a transcript is asked for by, in the names of ElevenLabs' interface and those of seeds/003. Clients send defaults along
 * with everything else: those ask for nothing.
 */
public final class TranscriptionFields {

    public static final String REDACTION = "entity_redaction";

    /** The name that seeds/003 has for it. */
    public static final String REDACTION_ALIAS = "redact_pii";

    private static final String DETECTION = "entity_detection";
    private static final String GRANULARITY = "timestamps_granularity";
    private static final String CHANNEL_STYLE = "multichannel_output_style";

    private TranscriptionFields() {}

    public static TranscriptionSettings settings(Fields body) {
        return new TranscriptionSettings(
                body.text("language_code"),
                Boolean.FALSE.equals(body.truth("tag_audio_events")) ? false : null,
                granularity(body),
                new Speakers(
                        body.wholeNumber("num_speakers"),
                        isTrue(body, "diarize"),
                        body.number("diarization_threshold"),
                        isTrue(body, "detect_speaker_roles")),
                new Entities(
                        entities(body, DETECTION, "all"),
                        entities(body, body.named(REDACTION, REDACTION_ALIAS), "pii"),
                        body.text("entity_redaction_mode")),
                channels(body),
                body.several("keyterms"),
                isTrue(body, body.named("no_verbatim", "remove_filler_words")),
                body.number("temperature"),
                body.longNumber("seed"),
                body.objects("additional_formats").stream()
                        .map(TranscriptionFields::export)
                        .toList());
    }

    private static Granularity granularity(Fields body) {
        return switch (body.text(GRANULARITY)) {
            case null -> Granularity.WORD;
            case "none" -> Granularity.NONE;
            case "word" -> Granularity.WORD;
            case "character" -> Granularity.CHARACTER;
            default -> throw body.refused(GRANULARITY, "must be one of: none, word, character.");
        };
    }

    private static Channels channels(Fields body) {
        var style = body.text(CHANNEL_STYLE);
        var several = isTrue(body, "use_multi_channel");
        return switch (style) {
            case null -> several ? Channels.SEPARATE : Channels.ONE;
            case "separate" -> several ? Channels.SEPARATE : Channels.ONE;
            case "combined" -> several ? Channels.COMBINED : Channels.ONE;
            default -> throw body.refused(CHANNEL_STYLE, "must be one of: separate, combined.");
        };
    }

    /** @param each what "true" asks for */
    private static List<String> entities(Fields body, String name, String each) {
        return body.several(name).stream()
                .flatMap(kind -> switch (kind) {
                    case "true" -> Stream.of(each);
                    case "false" -> Stream.empty();
                    default -> Stream.of(kind);
                })
                .toList();
    }

    private static Export export(JsonFields export) {
        return new Export(
                export.requiredText("format"),
                export.truth("include_speakers"),
                export.truth("include_timestamps"),
                export.wholeNumber("max_characters_per_line"),
                export.number("segment_on_silence_longer_than_s"),
                export.number("max_segment_duration_s"),
                export.wholeNumber("max_segment_chars"));
    }

    private static boolean isTrue(Fields body, String name) {
        return Boolean.TRUE.equals(body.truth(name));
    }
}
