package dev.parley.domain.recording;

import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a transcription. Null, false and empty are "nothing was asked": the provider does as it always does.
 *
 * @param language ISO 639-1 or 639-3; found out where null
 * @param audioEvents whether laughter and the like are told
 * @param keyterms words that are to be expected; at most {@value #KEYTERMS_MAX}
 * @param noVerbatim whether fillers and repetitions are left out
 * @param temperature 0 to 2
 * @param seed 0 to 2,147,483,647
 * @param exports further forms of the same transcript; at most {@value #EXPORTS_MAX}
 */
public record TranscriptionSettings(
        @Nullable String language,
        @Nullable Boolean audioEvents,
        Granularity granularity,
        Speakers speakers,
        Entities entities,
        Channels channels,
        List<String> keyterms,
        boolean noVerbatim,
        @Nullable Double temperature,
        @Nullable Long seed,
        List<Export> exports) {

    /** Nothing was asked. */
    public static final TranscriptionSettings DEFAULT = new TranscriptionSettings(
            null,
            null,
            Granularity.WORD,
            Speakers.ANY,
            Entities.NONE,
            Channels.ONE,
            List.of(),
            false,
            null,
            null,
            List.of());

    public static final int KEYTERMS_MAX = 1000;
    public static final int EXPORTS_MAX = 10;

    public TranscriptionSettings {
        keyterms = List.copyOf(keyterms);
        exports = List.copyOf(exports);
    }

    /** Of what the times are told. */
    public enum Granularity {
        NONE,
        WORD,
        CHARACTER
    }

    /** How several channels are heard. */
    public enum Channels {
        /** Mixed into one. */
        ONE,
        /** A transcript of each. */
        SEPARATE,
        /** Each for itself, told as one transcript. */
        COMBINED
    }

    /**
     * Who speaks.
     *
     * @param count the most that there may be, 1 to 32
     * @param told whether it is told who says what
     * @param threshold 0.1 to 0.4: how different two must sound
     * @param roles whether it is told who is the agent and who the customer
     */
    public record Speakers(
            @Nullable Integer count, boolean told, @Nullable Double threshold, boolean roles) {

        /** Nobody asks who speaks. */
        public static final Speakers ANY = new Speakers(null, false, null, false);
    }

    /**
     * What is found in the words, as {@code pii} or {@code all}.
     *
     * @param detected kinds that are told
     * @param redacted kinds that are taken out of the text
     * @param mode what stands in their place; the provider's usual where null
     */
    public record Entities(
            List<String> detected,
            List<String> redacted,
            @Nullable String mode) {

        /** Nothing is looked for. */
        public static final Entities NONE = new Entities(List.of(), List.of(), null);

        public Entities {
            detected = List.copyOf(detected);
            redacted = List.copyOf(redacted);
        }
    }

    /**
     * A further form of the transcript.
     *
     * @param format {@code srt}, {@code txt}, {@code segmented_json}, {@code docx}, {@code pdf} or {@code html}
     */
    public record Export(
            String format,
            @Nullable Boolean speakers,
            @Nullable Boolean timestamps,
            @Nullable Integer lineCharactersMax,
            @Nullable Double silenceSeconds,
            @Nullable Double segmentSecondsMax,
            @Nullable Integer segmentCharactersMax) {}

    Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        note(asked, RenderOption.AUDIO_EVENTS, audioEvents != null);
        note(asked, RenderOption.DIARIZATION, speakers.told());
        note(asked, RenderOption.SPEAKER_COUNT, speakers.count() != null);
        note(asked, RenderOption.SPEAKER_ROLES, speakers.roles());
        note(asked, RenderOption.ENTITIES, !entities.detected().isEmpty());
        note(asked, RenderOption.REDACTION, !entities.redacted().isEmpty());
        note(asked, RenderOption.CHANNELS, channels != Channels.ONE);
        note(asked, RenderOption.KEYTERMS, !keyterms.isEmpty());
        note(asked, RenderOption.NO_VERBATIM, noVerbatim);
        note(asked, RenderOption.TEMPERATURE, temperature != null);
        note(asked, RenderOption.SEED, seed != null);
        note(asked, RenderOption.EXPORTS, !exports.isEmpty());
        return asked;
    }

    TranscriptionSettings only(Set<RenderOption> taken) {
        return new TranscriptionSettings(
                language,
                taken.contains(RenderOption.AUDIO_EVENTS) ? audioEvents : null,
                granularity,
                new Speakers(
                        taken.contains(RenderOption.SPEAKER_COUNT) ? speakers.count() : null,
                        speakers.told() && taken.contains(RenderOption.DIARIZATION),
                        taken.contains(RenderOption.DIARIZATION) ? speakers.threshold() : null,
                        speakers.roles() && taken.contains(RenderOption.SPEAKER_ROLES)),
                new Entities(
                        taken.contains(RenderOption.ENTITIES) ? entities.detected() : List.of(),
                        taken.contains(RenderOption.REDACTION) ? entities.redacted() : List.of(),
                        taken.contains(RenderOption.REDACTION) ? entities.mode() : null),
                taken.contains(RenderOption.CHANNELS) ? channels : Channels.ONE,
                taken.contains(RenderOption.KEYTERMS) ? keyterms : List.of(),
                noVerbatim && taken.contains(RenderOption.NO_VERBATIM),
                taken.contains(RenderOption.TEMPERATURE) ? temperature : null,
                taken.contains(RenderOption.SEED) ? seed : null,
                taken.contains(RenderOption.EXPORTS) ? exports : List.of());
    }

    private static void note(Set<RenderOption> asked, RenderOption option, boolean isAsked) {
        if (isAsked) {
            asked.add(option);
        }
    }
}
