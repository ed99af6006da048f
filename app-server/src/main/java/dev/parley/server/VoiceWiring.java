package dev.parley.server;

import dev.parley.application.Limits;
import dev.parley.application.access.FreeCalls;
import dev.parley.application.catalog.Providers;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.OwnVoices;
import dev.parley.application.voice.RunVoices;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Which class gets which, of those that know whose a voice is. */
@Factory
final class VoiceWiring {

    @Singleton
    OwnVoices ownVoices(Providers providers, CreatedVoices created, Limits limits, InstantSource clock) {
        return new OwnVoices(providers, created, new FreeCalls(limits.freeCallsPerMinute(), clock));
    }

    @Singleton
    RunVoices runVoices(
            OwnVoices own, CreatedVoices created, Transactions transactions, Limits limits, InstantSource clock) {
        return new RunVoices(own, created, transactions, limits, clock);
    }

    @Singleton
    HearPreview hearPreview(OwnVoices own, AudioCodecs codecs, Limits limits, InstantSource clock) {
        return new HearPreview(own, codecs, limits, clock);
    }
}
