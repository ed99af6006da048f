package dev.parley.adapters.elevenlabs.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.wire.AudioClock;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** How much sound the upstream's messages bring. */
public abstract sealed class FrameMeter {

    public static FrameMeter of(SessionRequest request) {
        return switch (request) {
            case SpeechSessionRequest speech -> new Speech(SpokenFormat.of(speech));
            case TranscriptionSessionRequest _ -> new Words();
            case ConversationRequest _ -> new Talk();
        };
    }

    /** @throws IOException if what it brings is not what was asked for */
    public abstract Load of(JsonNode message) throws IOException;

    static byte[] decoded(JsonNode base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64.textValue());
        } catch (IllegalArgumentException e) {
            throw new BadAudioException("its base64 is malformed");
        }
    }

    private static Load heard(AudioClock clock, byte[] audio) throws IOException {
        long before = clock.millis();
        clock.hear(audio);
        return Load.audio(Duration.ofMillis(clock.millis() - before));
    }

    /** Each context is an audio of its own. */
    private static final class Speech extends FrameMeter {

        private static final int CONTEXTS_MAX = 1000;

        private final AudioFormat format;
        private final Map<String, AudioClock> clocks = new HashMap<>();

        Speech(AudioFormat format) {
            this.format = format;
        }

        @Override
        public Load of(JsonNode message) throws IOException {
            JsonNode audio = message.path("audio");
            String context =
                    message.path("contextId").asText(message.path("context_id").asText(""));
            Load load = audio.isTextual() ? heard(clock(context), decoded(audio)) : Load.NONE;
            if (message.path("isFinal").asBoolean() || message.path("is_final").asBoolean()) {
                clocks.remove(context);
            }
            return load;
        }

        private AudioClock clock(String context) throws IOException {
            if (clocks.size() >= CONTEXTS_MAX && !clocks.containsKey(context)) {
                throw new BadAudioException("it speaks in too many contexts");
            }
            return clocks.computeIfAbsent(context, _ -> AudioClock.of(format));
        }
    }

    /** What is written down brings no sound. */
    private static final class Words extends FrameMeter {
        @Override
        public Load of(JsonNode message) {
            return Load.NONE;
        }
    }

    /** The agent says first in which format it speaks. */
    private static final class Talk extends FrameMeter {

        private AudioClock clock = AudioClock.of(AudioFormat.PCM_16000);

        @Override
        public Load of(JsonNode message) throws IOException {
            JsonNode format =
                    message.path("conversation_initiation_metadata_event").path("agent_output_audio_format");
            if (format.isTextual()) {
                clock = AudioClock.of(AudioFormat.parse(format.textValue())
                        .orElseThrow(() -> new BadAudioException("its agent speaks in an unknown format")));
            }
            JsonNode audio = message.path("audio_event").path("audio_base_64");
            return audio.isTextual() ? heard(clock, decoded(audio)) : Load.NONE;
        }
    }
}
