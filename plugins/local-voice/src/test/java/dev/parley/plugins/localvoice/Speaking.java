package dev.parley.plugins.localvoice;

import dev.parley.adapters.audio.SincResampler;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One provider for all tests, and short ways to hear it. */
final class Speaking {

    static final VoiceProvider LOCAL =
            new LocalVoiceFactory().create(new ProviderConfig(Map.of(), new SincResampler()));

    private static final Attempt ATTEMPT = new Attempt("attempt-1", Instant.MAX);

    private Speaking() {}

    /** What a reader heard in the end. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by its array alone.
    record Heard(byte[] bytes, List<VoiceSegment> segments, int chunks) {

        short[] samples() {
            var samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }

        long millis() {
            return bytes.length / 32;
        }
    }

    static Turn turn(String voice, String text) {
        return new Turn(text, new VoiceRef("local", voice));
    }

    static DialogueRequest dialogue(Turn... turns) {
        return new DialogueRequest(
                "local-dialogue-v1",
                new Dialogue(Arrays.asList(turns), DialogueSettings.DEFAULT),
                AudioFormat.PCM_16000);
    }

    static SpeechRequest speech(Turn turn, SpeechSettings settings) {
        return new SpeechRequest("local-dialogue-v1", turn, settings, AudioFormat.PCM_16000);
    }

    static Heard hear(String voice, String text) throws ProviderException {
        return drain(LOCAL.render(dialogue(turn(voice, text)), ATTEMPT));
    }

    static Heard hear(DialogueRequest request) throws ProviderException {
        return drain(LOCAL.render(request, ATTEMPT));
    }

    static Heard hear(SpeechRequest request) throws ProviderException {
        return drain(LOCAL.render(request, ATTEMPT));
    }

    static Heard drain(AudioStream stream) throws ProviderException {
        try (stream) {
            var bytes = new ByteArrayOutputStream();
            List<VoiceSegment> segments = new ArrayList<>();
            int chunks = 0;
            for (AudioChunk chunk = stream.next(); chunk != null; chunk = stream.next()) {
                bytes.writeBytes(chunk.bytes());
                segments.addAll(chunk.segments());
                chunks++;
            }
            return new Heard(bytes.toByteArray(), segments, chunks);
        }
    }
}
