package dev.parley.grpc.catalog;

import dev.parley.application.catalog.Voices;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.v1.Voice;

/** Voices as the proto tells them. */
public final class VoiceMapping {

    private VoiceMapping() {}

    /** One that the caller has made. */
    public static Voice own(CreatedVoice made) {
        return voice(new Voices.Listed(made.provider(), Voices.of(made), true));
    }

    static Voice voice(Voices.Listed listed) {
        var voice = listed.voice();
        return Voice.newBuilder()
                .setId(voice.id())
                .setName(voice.name())
                .addAllAliases(voice.aliases().stream().sorted().toList())
                .setDescription(voice.description())
                .setProvider(listed.provider())
                .setCategory(voice.category())
                .putAllLabels(voice.labels())
                .setOwn(listed.own())
                .build();
    }
}
