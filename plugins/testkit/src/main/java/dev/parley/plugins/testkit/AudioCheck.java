package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.ports.audio.AudioCodecs;
import java.io.IOException;
import java.time.Duration;

/**
 * Whether bytes are a whole audio of a believable length.
 *
 * @param shortest time that one character takes at least
 * @param longest time that one character takes at most
 */
record AudioCheck(AudioCodecs codecs, Duration shortest, Duration longest) {

    /** Softer than this everywhere, 16-bit audio is as good as silent. */
    private static final int AUDIBLE = 100;

    /** Decodes the audio, in the format that it tells or else was asked for, and returns its length in milliseconds. */
    long wholeAudio(SpokenRequest request, Rendering rendering) {
        AudioFormat format = rendering.format().orElse(request.format());
        Decoded decoded = decode(format, rendering.audio());
        long millis = decoded.samples() * 1000 / format.sampleRateHz();
        assertThat(millis)
                .as("milliseconds of audio for %d characters: %s", request.characters(), request)
                .isBetween(shortest.toMillis() * request.characters(), longest.toMillis() * request.characters());
        assertThat(decoded.peak()).as("loudest sample of %s", request).isGreaterThan(AUDIBLE);
        return millis;
    }

    private record Decoded(long samples, int peak) {
        static Decoded of(short[] head, short[] tail) {
            return new Decoded((long) head.length + tail.length, Math.max(peak(head), peak(tail)));
        }

        private static int peak(short[] samples) {
            int peak = 0;
            for (short sample : samples) {
                peak = Math.max(peak, Math.abs(sample));
            }
            return peak;
        }
    }

    private Decoded decode(AudioFormat format, byte[] audio) {
        var decoder = codecs.decoder(format);
        try {
            return Decoded.of(decoder.decode(audio), decoder.finish());
        } catch (IOException e) {
            return fail("%d bytes that should be %s cannot be decoded".formatted(audio.length, format), e);
        }
    }
}
