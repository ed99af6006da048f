package dev.parley.domain.session;

import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Kind;
import java.util.List;

/**
 * Text spoken as it comes.
 *
 * @param contexts whether several texts are spoken over one connection, each with a context id
 */
public record SpeechSessionRequest(String model, VoiceRef voice, boolean contexts, List<Setting> settings, Load most)
        implements SessionRequest {
    public SpeechSessionRequest {
        settings = List.copyOf(settings);
    }

    @Override
    public Kind kind() {
        return Kind.SPEECH_SESSION;
    }
}
