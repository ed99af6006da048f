package dev.parley.application.voice;

import dev.parley.application.Caller;
import dev.parley.application.access.FreeCalls;
import dev.parley.application.catalog.Providers;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.ports.provider.VoiceWorkshop;
import dev.parley.ports.store.CreatedVoices;
import java.util.Optional;

/** A caller's own voices, and where they were made. Each look at one is a call that costs nothing, and counts as such. */
public final class OwnVoices {

    private final Providers providers;
    private final CreatedVoices created;
    private final FreeCalls freeCalls;

    public OwnVoices(Providers providers, CreatedVoices created, FreeCalls freeCalls) {
        this.providers = providers;
        this.created = created;
        this.freeCalls = freeCalls;
    }

    /** @throws Refused where it is none of the caller's, or has been deleted */
    CreatedVoice voice(Caller caller, String id) {
        freeCalls.take(caller.account());
        return find(caller, id).filter(voice -> voice.stage().isVoice()).orElseThrow(OwnVoices::unknown);
    }

    /**
     * A preview; or the voice that it has become, under the same id.
     *
     * @throws Refused where it is none of the caller's
     */
    CreatedVoice preview(Caller caller, String generatedId) {
        freeCalls.take(caller.account());
        return find(caller, generatedId)
                .filter(voice -> voice.stage() != CreatedVoice.Stage.DELETED)
                .orElseThrow(OwnVoices::unknown);
    }

    VoiceWorkshop workshop(CreatedVoice voice) {
        return providers
                .named(voice.provider())
                .workshop()
                .orElseThrow(() ->
                        new IllegalStateException("the provider " + voice.provider() + " makes no voices any more"));
    }

    /** Who only tries has other voices than who means it. */
    private Optional<CreatedVoice> find(Caller caller, String id) {
        var asked = caller.sandbox() ? providers.sandbox() : providers.live();
        return asked.keySet().stream()
                .flatMap(provider -> created.find(provider, id).stream())
                .filter(voice -> voice.account().equals(caller.account()))
                .findFirst();
    }

    static Refused unknown() {
        return new Refused(new Refusal.NotFound("A voice with this voice_id was not found."));
    }
}
