package dev.parley.domain.session;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Kind;
import java.util.List;

/**
 * Sound written down as it comes.
 *
 * @param audio form of the sound that is sent: samples without a head, of a known rate
 */
public record TranscriptionSessionRequest(String model, AudioFormat audio, List<Setting> settings, Load most)
        implements SessionRequest {
    public TranscriptionSessionRequest {
        settings = List.copyOf(settings);
    }

    @Override
    public Kind kind() {
        return Kind.TRANSCRIPTION_SESSION;
    }
}
