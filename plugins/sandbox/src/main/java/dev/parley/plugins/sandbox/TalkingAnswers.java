package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Load;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent that answers each message, and each second of sound, by a sentence. An agent called {@code sandbox-reject} does not. */
final class TalkingAnswers implements SandboxSession.Answers {

    private static final AudioFormat FORMAT = AudioFormat.PCM_16000;
    private static final int BYTES_PER_SECOND = 2 * Spoken.RATE_HZ;
    private static final String TYPE = "type";

    private final BuiltInVoice voice;
    private final ConversationRequest request;
    private final Attempt attempt;
    private long heardBytes;
    private long answeredSeconds;
    private int events;

    TalkingAnswers(BuiltInVoice voice, ConversationRequest request, Attempt attempt) throws ProviderException {
        this.voice = voice;
        this.request = request;
        this.attempt = attempt;
        Trigger.in("[" + request.agent().replaceFirst("-", ":") + "]").pull();
    }

    @Override
    public void begin(SandboxSession session) throws ProviderException {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put(TYPE, "conversation_initiation_metadata");
        told.put(
                "conversation_initiation_metadata_event",
                Map.of(
                        "conversation_id",
                        "conv_" + Fingerprint.id(request.agent()),
                        "agent_output_audio_format",
                        FORMAT.toString(),
                        "user_input_audio_format",
                        FORMAT.toString()));
        session.say(told);
        session.say(Map.of(TYPE, "ping", "ping_event", Map.of("event_id", ++events, "ping_ms", 0)));
    }

    @Override
    public void hear(Map<String, @Nullable Object> message, SandboxSession session) throws ProviderException {
        if (message.get("user_audio_chunk") instanceof String sound) {
            hear(sound, session);
        } else if ("user_message".equals(message.get(TYPE)) && message.get("text") instanceof String text) {
            var trigger = Trigger.in(text);
            if (trigger == Trigger.NONE || trigger == Trigger.BREAK) {
                answer("You said: " + text, session);
            }
            session.pull(trigger);
        }
    }

    private void hear(String sound, SandboxSession session) throws ProviderException {
        try {
            heardBytes += Base64.getDecoder().decode(sound).length;
        } catch (IllegalArgumentException _) {
            return; // Nothing was heard.
        }
        for (long seconds = answeredSeconds + 1; seconds <= heardBytes / BYTES_PER_SECOND; seconds++) {
            answeredSeconds = seconds;
            session.say(Map.of(
                    TYPE,
                    "user_transcript",
                    "user_transcription_event",
                    Map.of("user_transcript", "Second " + seconds + ".")));
            answer("I have heard " + seconds + " seconds.", session);
        }
    }

    private void answer(String text, SandboxSession session) throws ProviderException {
        session.say(Map.of(TYPE, "agent_response", "agent_response_event", Map.of("agent_response", text)));
        var spoken = voice.say(text, null, attempt);
        session.say(
                Map.of(
                        TYPE,
                        "audio",
                        "audio_event",
                        Map.of("audio_base_64", spoken.base64(FORMAT, voice.resampler()), "event_id", ++events)),
                Load.audio(spoken.length()));
    }
}
