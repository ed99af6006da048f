package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Uploads;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream that was read to its end.
 *
 * @param pieces how many chunks brought audio
 * @param format that the stream told, if any
 * @param details that it told after its end, if any
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the reader to one check.
record Rendering(
        byte[] audio,
        List<VoiceSegment> segments,
        int pieces,
        Optional<AudioFormat> format,
        Optional<Details> details) {

    private static final Duration USUAL_TIME = Duration.ofSeconds(60);

    /** Renders with time enough and reads to the end. */
    static Rendering of(VoiceProvider provider, RenderRequest request) throws ProviderException {
        return of(provider, request, attempt(USUAL_TIME));
    }

    /** The same for this attempt. */
    static Rendering of(VoiceProvider provider, RenderRequest request, Attempt attempt) throws ProviderException {
        try (var stream = provider.render(request, attempt)) {
            return read(stream);
        }
    }

    static AudioStream begin(VoiceProvider provider, RenderRequest request) throws ProviderException {
        return provider.render(request, attempt(USUAL_TIME));
    }

    /** Providers read the machine's clock, so deadlines are counted by it too. */
    static Attempt attempt(Duration untilDeadline) {
        return attempt(untilDeadline, Receipt.NONE, Doorbell.NONE, new TestUploads());
    }

    /** With time enough. */
    static Attempt attempt(Receipt receipt) {
        return attempt(USUAL_TIME, receipt, Doorbell.NONE, new TestUploads());
    }

    /** With time enough, and with this doorbell. */
    static Attempt attempt(Doorbell doorbell) {
        return attempt(USUAL_TIME, Receipt.NONE, doorbell, new TestUploads());
    }

    /** With time enough, and with these uploads. */
    static Attempt attempt(Uploads uploads) {
        return attempt(USUAL_TIME, Receipt.NONE, Doorbell.NONE, uploads);
    }

    private static Attempt attempt(Duration untilDeadline, Receipt receipt, Doorbell doorbell, Uploads uploads) {
        return new Attempt(
                "contract-" + UUID.randomUUID(),
                InstantSource.system().instant().plus(untilDeadline),
                receipt,
                doorbell,
                uploads);
    }

    static Rendering read(AudioStream stream) throws ProviderException {
        var format = stream.format();
        var audio = new ByteArrayOutputStream();
        List<VoiceSegment> segments = new ArrayList<>();
        int pieces = 0;
        for (AudioChunk chunk = stream.next(); chunk != null; chunk = stream.next()) {
            audio.writeBytes(chunk.bytes());
            segments.addAll(chunk.segments());
            pieces += chunk.bytes().length > 0 ? 1 : 0;
        }
        return new Rendering(audio.toByteArray(), segments, pieces, format, stream.details());
    }
}
