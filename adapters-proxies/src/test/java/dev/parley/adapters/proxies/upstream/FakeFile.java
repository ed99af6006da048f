package dev.parley.adapters.proxies.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * What lies where a job's audio should be.
 *
 * @param type that its host claims
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the script to the socket.
public record FakeFile(String type, byte[] bytes) {

    private static final Duration CHARACTER = Duration.ofMillis(60);

    /** A tone as long as speech of so many characters. */
    public static FakeFile mp3(int characters) {
        return new FakeFile(
                "audio/mpeg", TestAudio.tone(AudioFormat.MP3_44100_128, CHARACTER.multipliedBy(characters)));
    }

    /** The same as WAV of 16 bits. */
    public static FakeFile wav(int characters) {
        byte[] samples = TestAudio.tone(AudioFormat.PCM_44100, CHARACTER.multipliedBy(characters));
        return new FakeFile("audio/wav", wav(44_100, 1, 16, samples));
    }

    /** What a host shows that wants to see a human. */
    public static FakeFile page() {
        return new FakeFile("audio/mpeg", "<!DOCTYPE html><html><body>Please log in.</body></html>".getBytes(UTF_8));
    }

    /** A WAV file with these samples. */
    public static byte[] wav(int rateHz, int channels, int bits, byte[] samples) {
        int frame = channels * bits / 8;
        return ByteBuffer.allocate(44 + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(36 + samples.length)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rateHz)
                .putInt(rateHz * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .put("data".getBytes(US_ASCII))
                .putInt(samples.length)
                .put(samples)
                .array();
    }
}
