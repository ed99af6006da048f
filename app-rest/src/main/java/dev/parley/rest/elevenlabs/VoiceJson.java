package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.catalog.Voices;
import dev.parley.ports.provider.Voice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A voice, as far as Parley knows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VoiceJson(
        String voiceId,
        String name,
        String category,
        Map<String, String> labels,
        String description,
        @Nullable URI previewUrl,
        List<String> availableForTiers,
        List<String> highQualityBaseModelIds,
        boolean isOwner,
        boolean isLegacy,
        @Nullable SettingsJson settings) {

    static VoiceJson of(Voices.Listed listed, @Nullable SettingsJson settings) {
        return of(listed.voice(), listed.own(), settings);
    }

    /** One that the caller has made. */
    static VoiceJson ofOwn(Voice voice) {
        return of(voice, true, null);
    }

    private static VoiceJson of(Voice voice, boolean isOwn, @Nullable SettingsJson settings) {
        return new VoiceJson(
                voice.id(),
                voice.name(),
                voice.category(),
                voice.labels(),
                voice.description(),
                voice.preview(),
                List.of(),
                List.of(),
                isOwn,
                false,
                settings);
    }

    /** How a voice speaks that nobody asked to speak otherwise. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SettingsJson(double stability, double similarityBoost, double style, boolean useSpeakerBoost, double speed) {

        static final SettingsJson DEFAULT = new SettingsJson(0.5, 0.75, 0, true, 1);
    }

    record ListJson(List<VoiceJson> voices) {}
}
