package dev.parley.domain.render;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.recording.RecordingDraft;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.sound.SoundDraft;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceDesignDraft;

/** What a caller wants rendered, as they put it: nothing checked yet. */
public sealed interface Draft
        permits DialogueDraft,
                SpeechDraft,
                MusicDraft,
                PlanDraft,
                SoundDraft,
                RecordingDraft,
                VoiceDesignDraft,
                VoiceCloneDraft,
                SessionDraft {}
