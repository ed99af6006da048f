package dev.parley.application.voice;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.render.Failure;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;

/** Lets a caller hear what they have designed. Costs nothing, on purpose: designing it has been paid for. */
public final class HearPreview {

    /** More than five minutes of the finest MP3. */
    private static final int BYTES_MAX = 16 << 20;

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

    /** All of its audio, as MP3. */
    public byte[] whole(Caller caller, String generatedId) {
        var all = new ByteArrayOutputStream();
        try (var audio = open(caller, generatedId)) {
            for (var chunk = audio.next(); chunk != null; chunk = audio.next()) {
                all.writeBytes(chunk.bytes());
                if (all.size() > BYTES_MAX) {
                    throw new ProviderException(Failure.Unavailable.notRendered("The preview has no end."));
                }
            }
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
        return all.toByteArray();
    }

    /** The same as it comes. Whoever opens it closes it. */
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
