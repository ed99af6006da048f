package dev.parley.application.voice;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.InstantSource;

/** Lets a caller hear what they have designed. Costs nothing, on purpose: designing it has been paid for. */
public final class HearPreview {

    private final OwnVoices own;
    private final AudioCodecs codecs;
    private final Limits limits;
    private final InstantSource clock;

    public HearPreview(OwnVoices own, AudioCodecs codecs, Limits limits, InstantSource clock) {
        this.own = own;
        this.codecs = codecs;
        this.limits = limits;
        this.clock = clock;
    }

    /** Its audio, as MP3. Whoever opens it closes it. */
    public AudioStream open(Caller caller, String generatedId) {
        var preview = own.preview(caller, generatedId);
        try {
            var made =
                    own.workshop(preview).preview(generatedId, clock.instant().plus(limits.attemptTimeout()));
            var format = made.format()
                    .orElseThrow(() -> new IllegalStateException(
                            "a preview of the provider " + preview.provider() + " does not tell its format"));
            return format.codec() == Codec.MP3 ? made : codecs.transcode(made, format, AudioFormat.DEFAULT);
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
    }
}
