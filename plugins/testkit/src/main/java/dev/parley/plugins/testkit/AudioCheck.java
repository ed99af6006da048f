package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.ports.audio.AudioCodecs;
import java.io.IOException;
import java.time.Duration;

/**
 * Whether bytes are a whole audio of a believable length.
 *
 * @param shortest time that one character takes at least
 * @param longest time that one character takes at most
 * @param lengthOfMusicKept whether music by a prompt is no longer than asked for
 */
record AudioCheck(AudioCodecs codecs, Duration shortest, Duration longest, boolean lengthOfMusicKept) {

    /** Softer than this everywhere, 16-bit audio is as good as silent. */
    private static final int AUDIBLE = 100;

    /** Whether it is what was asked for, whole. */
    void whole(RenderRequest request, Rendering rendering) {
        switch (request) {
            case SpokenRequest spoken -> wholeAudio(spoken, rendering);
            case MusicRequest music -> {
                long millis = millis(music, music.format(), rendering);
                if (lengthOfMusicKept) {
                    new LengthCheck(music).of(millis);
                }
            }
            case PlanRequest plan -> FileCheck.plan(plan, rendering);
            case SoundRequest sound -> new LengthCheck(sound).of(millis(sound, sound.format(), rendering));
            case VoiceChangeRequest change -> new LengthCheck(change).of(millis(change, change.format(), rendering));
            case DubbingRequest dub
            when dub.format() instanceof AudioFormat format -> new LengthCheck(dub).of(millis(dub, format, rendering));
            case DubbingRequest film ->
                assertThat(rendering.audio()).as("film: %s", film).isNotEmpty();
            case StemsRequest stems -> FileCheck.archive(stems, rendering.audio());
            case TranscriptionRequest transcription -> FileCheck.transcript(transcription, rendering.audio());
            case SessionRequest session ->
                throw new IllegalArgumentException("sessions are opened, not rendered: " + session.model());
        }
    }

    /** Whether what music tells of itself is true. */
    void details(MusicRequest request, Rendering rendering) {
        new SongCheck(request).of(rendering.details(), millis(request, request.format(), rendering));
    }

    /** Decodes the audio, in the format that it tells or else was asked for, and returns its length in milliseconds. */
    long wholeAudio(SpokenRequest request, Rendering rendering) {
        long millis = millis(request, request.format(), rendering);
        assertThat(millis)
                .as("milliseconds of audio for %d characters: %s", request.characters(), request)
                .isBetween(shortest.toMillis() * request.characters(), longest.toMillis() * request.characters());
        return millis;
    }

    /** How long this is; nothing is nothing. */
    long millisOf(AudioFormat format, byte[] audio) {
        return audio.length == 0 ? 0 : decode(format, audio).samples() * 1000 / format.sampleRateHz();
    }

    private long millis(RenderRequest request, AudioFormat asked, Rendering rendering) {
        AudioFormat format = rendering.format().orElse(asked);
        Decoded decoded = decode(format, rendering.audio());
        assertThat(decoded.peak()).as("loudest sample of %s", request).isGreaterThan(AUDIBLE);
        return decoded.samples() * 1000 / format.sampleRateHz();
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
