package dev.parley.domain.voice;

import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.ModelRules;
import java.time.Duration;

/**
 * What a model takes.
 *
 * @param samplesMax recordings of one voice
 * @param longest of all of them together
 */
public record VoiceCloneRules(int samplesMax, Duration longest) implements ModelRules {

    /** Twenty-five samples, as ElevenLabs takes them; more than half an hour adds nothing to an instant clone. */
    public static final VoiceCloneRules DEFAULT = new VoiceCloneRules(25, Duration.ofMinutes(30));

    private static final String SAMPLES = "files";

    @Override
    public VoiceCloneRules stricter(ModelRules others) {
        return others instanceof VoiceCloneRules(int samples, Duration theirs)
                ? new VoiceCloneRules(Math.min(samplesMax, samples), theirs.compareTo(longest) < 0 ? theirs : longest)
                : this;
    }

    /** @throws Refused naming the first field that breaks a rule: {@code name}, {@code files} or the like */
    public VoiceCloneDraft accept(VoiceCloneDraft draft) {
        draft.profile().checked("");
        int samples = draft.samples().size();
        if (samples < 1 || samples > samplesMax) {
            throw Refused.invalid(SAMPLES, "must be 1 to " + samplesMax + " recordings, not " + samples + ".");
        }
        var length = draft.samples().stream().map(Upload::length).reduce(Duration.ZERO, Duration::plus);
        if (length.compareTo(longest) > 0) {
            throw Refused.invalid(
                    SAMPLES,
                    "are " + length.toSeconds() + " seconds long together; this model takes at most "
                            + longest.toSeconds() + ".");
        }
        return draft;
    }
}
