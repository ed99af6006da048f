package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What these tests ask the sandbox for, and how they hear it. */
final class Asked {

    static final VoiceProvider SANDBOX = new SandboxFactory().create(TestConfig.of(Map.of()));
    static final Duration LENGTH = Duration.ofMillis(2500);
    static final String SHA = "0123456789abcdef".repeat(4);

    private static final int RATE_HZ = 16_000;

    private Asked() {}

    static MusicRequest music(Score score, MusicOptions options) {
        return new MusicRequest("sandbox-music", score, options, Delivery.WHOLE, AudioFormat.PCM_44100);
    }

    static MusicRequest music(String prompt, @Nullable Duration length) {
        return music(new Score.Prompt(prompt, length, Duration.ofMinutes(5)), MusicOptions.NONE);
    }

    static SoundRequest sound(String text, @Nullable Duration length, boolean loop) {
        var sound = new Sound(text, loop, length, Duration.ofSeconds(30), null);
        return new SoundRequest("sandbox-sound", sound, Delivery.WHOLE, AudioFormat.PCM_44100);
    }

    static VoiceChangeRequest change(byte[] file, String type, String voice) {
        return new VoiceChangeRequest(
                "sandbox-voice-change",
                upload(file, type),
                new VoiceRef("sandbox", voice),
                SpeechSettings.DEFAULT,
                null,
                false,
                Delivery.WHOLE,
                AudioFormat.PCM_16000);
    }

    static StemsRequest stems(byte[] file, AudioFormat format) {
        return new StemsRequest("sandbox-stems", upload(file, "audio/wav"), StemVariation.TWO, format, Delivery.WHOLE);
    }

    static TranscriptionRequest transcription(byte[] file, TranscriptionSettings settings) {
        return new TranscriptionRequest("sandbox-transcription", upload(file, "audio/wav"), settings, Delivery.WHOLE);
    }

    static Upload upload(byte[] file, String type) {
        return new Upload(new UUID(0, 1), 0, type, file.length, LENGTH, SHA);
    }

    /** A tone of {@link #LENGTH}, with a comment where one is given. */
    static byte[] wave(int channels, int bits, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        int frames = (int) (LENGTH.toMillis() * RATE_HZ / 1000);
        int data = frames * channels * bits / 8;
        var wave = ByteBuffer.allocate(44 + data + 20 + text.length + (text.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        wave.put(ascii("RIFF"))
                .putInt(wave.capacity() - 8)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        wave.putShort((short) 1).putShort((short) channels).putInt(RATE_HZ).putInt(RATE_HZ * channels * bits / 8);
        wave.putShort((short) (channels * bits / 8)).putShort((short) bits);
        wave.put(ascii("data")).putInt(data);
        for (int i = 0; i < frames * channels; i++) {
            int sample = (int) (8000 * Math.sin(2 * Math.PI * 440 * Math.floorDiv(i, channels) / RATE_HZ));
            if (bits == 8) {
                wave.put((byte) ((sample >> 8) + 128));
            } else {
                wave.putShort((short) sample);
            }
        }
        wave.put(ascii("LIST")).putInt(12 + text.length + (text.length & 1)).put(ascii("INFOICMT"));
        return wave.putInt(text.length).put(text).array();
    }

    static byte[] heard(RenderRequest request) throws ProviderException {
        return heard(request, new byte[0]);
    }

    static byte[] heard(RenderRequest request, byte[] file) throws ProviderException {
        try (var stream = begin(request, file)) {
            return heard(stream);
        }
    }

    static byte[] heard(AudioStream stream) throws ProviderException {
        var heard = new ByteArrayOutputStream();
        for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
            heard.writeBytes(chunk.bytes());
        }
        return heard.toByteArray();
    }

    static AudioStream begin(RenderRequest request, byte[] file) throws ProviderException {
        return SANDBOX.render(
                request,
                new Attempt(
                        "a test", Instant.MAX, Receipt.NONE, Doorbell.NONE, upload -> new ByteArrayInputStream(file)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
