package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.catalog.Voices;
import java.util.List;

/** A voice, and whose it is. */
record VoiceJson(
        @JsonProperty("voice_id") String voiceId,
        String name,
        String provider,
        List<String> aliases,
        String description) {
    static VoiceJson of(Voices.Listed listed) {
        var voice = listed.voice();
        return new VoiceJson(
                voice.id(),
                voice.name(),
                listed.provider(),
                voice.aliases().stream().sorted().toList(),
                voice.description());
    }
}
