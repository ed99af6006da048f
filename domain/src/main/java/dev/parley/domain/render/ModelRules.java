package dev.parley.domain.render;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRules;

/** The limits of one request to a model. */
public sealed interface ModelRules
        permits DialogueRules, MusicRules, SoundRules, RecordingRules, VoiceDesignRules, VoiceCloneRules, SessionRules {

    /** What keeps to both these and the others, which are of the same kind. */
    ModelRules stricter(ModelRules others);
}
