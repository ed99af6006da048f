package dev.parley.domain.dialogue;

/** What a caller wants spoken, as they put it: nothing checked yet. */
public sealed interface Draft permits DialogueDraft, SpeechDraft {}
