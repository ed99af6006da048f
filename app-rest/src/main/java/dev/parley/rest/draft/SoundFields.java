package dev.parley.rest.draft;

import dev.parley.domain.sound.SoundDraft;
import dev.parley.rest.json.Fields;

/** What a sound is asked for by. */
public final class SoundFields {

    private SoundFields() {}

    public static SoundDraft draft(Fields body) {
        return new SoundDraft(
                body.requiredText("text"),
                Boolean.TRUE.equals(body.truth("loop")),
                body.number("duration_seconds"),
                body.number("prompt_influence"));
    }
}
