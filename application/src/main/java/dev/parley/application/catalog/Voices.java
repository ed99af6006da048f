package dev.parley.application.catalog;

import dev.parley.application.Caller;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import java.util.ArrayList;
import java.util.List;

/** All voices that a caller may name, for listing. */
public final class Voices {

    private final Providers providers;

    public Voices(Providers providers) {
        this.providers = providers;
    }

    /** A voice and whose it is. */
    public record Listed(String provider, Voice voice) {}

    /** Providers in order of preference, each with its best voices first. */
    public List<Listed> list(Caller caller) {
        List<Listed> listed = new ArrayList<>();
        var asked = caller.sandbox() ? providers.sandbox() : providers.live();
        asked.forEach((name, provider) -> {
            try {
                provider.voices().forEach(voice -> listed.add(new Listed(name, voice)));
            } catch (ProviderException e) {
                throw Failures.refused(e.failure());
            }
        });
        return listed;
    }
}
