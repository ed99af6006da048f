package dev.parley.domain.render;

import static dev.parley.domain.ledger.PriceUnit.CHARACTER;
import static dev.parley.domain.ledger.PriceUnit.PROMPT_CHARACTER;
import static dev.parley.domain.ledger.PriceUnit.REQUEST;
import static dev.parley.domain.ledger.PriceUnit.SECOND_IN;
import static dev.parley.domain.ledger.PriceUnit.SECOND_OUT;

import dev.parley.domain.ledger.PriceUnit;
import java.util.List;

/** The kinds of {@link RenderRequest}. */
public enum Kind {
    DIALOGUE,
    SPEECH,
    MUSIC,
    /** Goes with music. */
    MUSIC_PLAN,
    SOUND,
    VOICE_CHANGE,
    STEMS,
    DUBBING,
    TRANSCRIPTION,
    /** Goes with speech. */
    SPEECH_SESSION,
    TRANSCRIPTION_SESSION,
    CONVERSATION;

    /** By what it can be priced, the usual unit first; nothing where it is free on purpose. */
    public List<PriceUnit> units() {
        return switch (this) {
            case DIALOGUE, SPEECH, SPEECH_SESSION -> List.of(CHARACTER, REQUEST);
            case MUSIC -> List.of(SECOND_OUT, PROMPT_CHARACTER, REQUEST);
            case MUSIC_PLAN -> List.of();
            case SOUND -> List.of(REQUEST, SECOND_OUT, PROMPT_CHARACTER);
            case VOICE_CHANGE, STEMS, DUBBING, TRANSCRIPTION, TRANSCRIPTION_SESSION -> List.of(SECOND_IN, REQUEST);
            case CONVERSATION -> List.of(SECOND_IN, SECOND_OUT, REQUEST);
        };
    }

    /** Whether it costs nothing, on purpose. */
    public boolean isFree() {
        return units().isEmpty();
    }

    /** Whether text is spoken. */
    public boolean isSpoken() {
        return this == DIALOGUE || this == SPEECH || this == SPEECH_SESSION;
    }
}
