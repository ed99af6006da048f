package dev.parley.domain.dialogue;

/** A voice of one provider, printed as {@code provider:voice}. */
public record VoiceRef(String provider, String voice) {
    @Override
    public String toString() {
        return provider + ":" + voice;
    }
}
