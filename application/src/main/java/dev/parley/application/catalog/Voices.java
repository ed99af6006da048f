package dev.parley.application.catalog;

import dev.parley.application.Caller;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.store.CreatedVoices;
import java.util.ArrayList;
import java.util.List;

/** All voices that a caller may name, for listing. */
public final class Voices {

    private final Providers providers;
    private final CreatedVoices created;

    public Voices(Providers providers, CreatedVoices created) {
        this.providers = providers;
        this.created = created;
    }

    /**
     * A voice and who speaks with it.
     *
     * @param own whether the caller's account has made it
     */
    public record Listed(String provider, Voice voice, boolean own) {}

    /** One that was made by a caller, as it is listed to them. */
    public static Voice of(CreatedVoice made) {
        return Sight.voice(made);
    }

    /** Providers in order of preference, each with its best voices first. */
    public List<Listed> list(Caller caller) {
        List<Listed> listed = new ArrayList<>();
        var asked = caller.sandbox() ? providers.sandbox() : providers.live();
        asked.forEach((name, provider) -> {
            try {
                var sight = new Sight(created, name, caller.account());
                sight.of(provider.voices())
                        .forEach(voice -> listed.add(
                                new Listed(name, voice, sight.own(voice.id()).isPresent())));
            } catch (ProviderException e) {
                throw Failures.refused(e.failure());
            }
        });
        return listed;
    }
}
