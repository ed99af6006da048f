package dev.parley.adapters.elevenlabs.session;

import dev.parley.adapters.elevenlabs.wire.Asked;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.Setting;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import java.util.List;

/** Where a session is opened, in the upstream's words. */
public record SessionCall(SessionRequest request, String target) implements Asked {

    private static final String AUDIO_FORMAT = "audio_format";

    /** What is asked first. */
    public static SessionCall of(SessionRequest request) {
        return switch (request) {
            case SpeechSessionRequest speech -> speech(speech);
            case TranscriptionSessionRequest transcription -> transcription(transcription);
            case ConversationRequest talk -> leave(talk);
        };
    }

    /** @param signed path and query that the upstream gave leave for */
    public static SessionCall of(ConversationRequest request, String signed) {
        return new SessionCall(request, signed + settings(request));
    }

    @Override
    public List<String> voices() {
        return request instanceof SpeechSessionRequest speech
                ? List.of(speech.voice().voice())
                : List.of();
    }

    private static SessionCall speech(SpeechSessionRequest request) {
        return new SessionCall(
                request,
                "/v1/text-to-speech/" + Call.encoded(request.voice().voice())
                        + (request.contexts() ? "/multi-stream-input" : "/stream-input")
                        + "?model_id=" + Call.encoded(request.model()) + settings(request));
    }

    private static SessionCall transcription(TranscriptionSessionRequest request) {
        return new SessionCall(
                request,
                "/v1/speech-to-text/realtime?model_id=" + Call.encoded(request.model()) + "&" + AUDIO_FORMAT + "="
                        + request.audio() + settings(request));
    }

    /** Agents are private: they are spoken to at an address that is good once. */
    private static SessionCall leave(ConversationRequest request) {
        return new SessionCall(
                request, "/v1/convai/conversation/get-signed-url?agent_id=" + Call.encoded(request.agent()));
    }

    /** The form of the sound that is sent is no setting: the request says it. */
    private static String settings(SessionRequest request) {
        var query = new StringBuilder();
        for (Setting setting : request.settings()) {
            if (!setting.name().equals(AUDIO_FORMAT)) {
                query.append('&').append(setting.name()).append('=').append(Call.encoded(setting.value()));
            }
        }
        return query.toString();
    }
}
