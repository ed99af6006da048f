package dev.parley.domain.dialogue;

/** Whether numbers and the like are spelled out before they are spoken. */
public enum TextNormalization {
    /** As the provider thinks best. */
    AUTO,
    ON,
    OFF
}
