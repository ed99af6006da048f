package dev.parley.domain.recording;

import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.render.Draft;
import org.jspecify.annotations.Nullable;

/** What a caller wants of a recording, as they put it: nothing checked yet but the recording. */
public sealed interface RecordingDraft extends Draft {

    Upload audio();

    /**
     * The same in another voice.
     *
     * @param voice alias, preset name or provider's id
     * @param settings of which the language does not count
     * @param seed 0 to 4,294,967,295
     * @param withoutNoise whether what is not a voice is taken out first
     */
    record VoiceChangeDraft(
            Upload audio,
            String voice,
            SpeechSettings settings,
            @Nullable Long seed,
            boolean withoutNoise) implements RecordingDraft {}

    /** What it is mixed of. */
    record StemsDraft(Upload audio, StemVariation variation) implements RecordingDraft {}

    /** The same in another language. */
    record DubbingDraft(Upload audio, DubbingSettings settings) implements RecordingDraft {}

    /** What is said in it. */
    record TranscriptionDraft(Upload audio, TranscriptionSettings settings) implements RecordingDraft {}
}
