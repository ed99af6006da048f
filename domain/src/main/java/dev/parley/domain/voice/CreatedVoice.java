package dev.parley.domain.voice;

import java.time.Instant;
import java.util.UUID;

/**
 * A voice that an account has made, or is about to make: nobody else may know of it.
 *
 * @param provider empty of a clone that is still to be made
 * @param id the provider's; of a clone that is still to be made, the id of its task
 * @param task by which it was made
 * @param at when it was made; where it is reserved, since when
 */
public record CreatedVoice(
        String provider, String id, String account, UUID task, Stage stage, VoiceProfile profile, Instant at) {

    /** How far it has come. */
    public enum Stage {
        /** Can be heard, and saved. Takes no slot. */
        PREVIEW,
        /** Takes a slot, and is no voice yet, as far as is known. */
        RESERVED,
        /** Saved from a preview. */
        DESIGNED,
        CLONED,
        /** Has been one: nobody may know of it any more, whatever the provider still lists. */
        DELETED;

        /** Whether it can be spoken with. */
        public boolean isVoice() {
            return this == DESIGNED || this == CLONED;
        }

        /** Whether it counts among those that an account may have. */
        public boolean takesSlot() {
            return this == RESERVED || isVoice();
        }
    }

    /**
     * Whether a voice may be made of it: of a preview, or of one that somebody meant to save and has not come back.
     *
     * @param givenUpBefore when whoever has not come back had begun
     */
    public boolean isFree(Instant givenUpBefore) {
        return stage == Stage.PREVIEW || (stage == Stage.RESERVED && at.isBefore(givenUpBefore));
    }

    /** The same voice, further on. */
    public CreatedVoice in(Stage later) {
        return new CreatedVoice(provider, id, account, task, later, profile, at);
    }

    /** The same voice, set aside so that one caller alone makes it. */
    public CreatedVoice reserved(Instant since) {
        return new CreatedVoice(provider, id, account, task, Stage.RESERVED, profile, since);
    }

    /** The same voice, described anew. */
    public CreatedVoice with(VoiceProfile changed) {
        return new CreatedVoice(provider, id, account, task, stage, changed, at);
    }
}
