package dev.parley.domain.dialogue;

/** One voice's text, and how it is spoken. Has been checked against a model's {@link DialogueRules}. */
public record Speech(Turn turn, SpeechSettings settings) {}
