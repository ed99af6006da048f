package dev.parley.ports.provider;

/**
 * A voice that was found.
 *
 * @param standIn true if it speaks in place of a voice that the provider does not have: the caller is told
 */
public record VoiceMatch(Voice voice, boolean standIn) {
    public static VoiceMatch exact(Voice voice) {
        return new VoiceMatch(voice, false);
    }
}
