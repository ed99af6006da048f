package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of a recording's words, spoken after the name of the language; with silence after it, or cut, to its length. */
final class DubbedSpeech implements AudioStream {

    private static final AudioFormat FORMAT = AudioFormat.PCM_16000;
    private static final String NOTHING_KNOWN = "This is a dub of the sandbox.";
    private static final int CHARACTERS_MAX = 2000;
    private static final int SAMPLE_BYTES = 2;
    private static final int PIECE_BYTES = 16 * 1024;

    private final AudioStream speech;
    private long left;

    private DubbedSpeech(AudioStream speech, long bytes) {
        this.speech = speech;
        this.left = bytes;
    }

    /** @param sidecar the text that travels with the recording */
    static AudioStream of(DubbingRequest request, String sidecar, BuiltInVoice voice, Attempt attempt)
            throws ProviderException {
        String words = (sidecar.isBlank() ? NOTHING_KNOWN : sidecar);
        String text = request.settings().target() + ": " + words;
        var turn = new Turn(
                text.codePoints()
                        .limit(CHARACTERS_MAX)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                new VoiceRef(SandboxProvider.NAME, voice.voices().getFirst().id()));
        var speech = new SpeechRequest("sandbox-speech", turn, SpeechSettings.DEFAULT, FORMAT);
        long millis = request.settings().part().of(request.audio().length()).toMillis();
        long samples = millis * FORMAT.sampleRateHz() / 1000;
        return new DubbedSpeech(voice.speak(speech, attempt), samples * SAMPLE_BYTES);
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (left <= 0) {
            return null;
        }
        var spoken = speech.next();
        byte[] piece = spoken == null ? new byte[PIECE_BYTES] : spoken.bytes();
        byte[] taken = piece.length <= left ? piece : Arrays.copyOf(piece, (int) left);
        left -= taken.length;
        return AudioChunk.of(taken);
    }

    @Override
    public void close() {
        speech.close();
    }
}
