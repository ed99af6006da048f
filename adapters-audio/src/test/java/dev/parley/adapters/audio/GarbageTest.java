package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come: samples, or the one documented exception. */
final class GarbageTest {

    private static final byte[] MP3 = sound(AudioFormat.MP3_44100_128);
    private static final byte[] MP3_OF_MPEG_2 = sound(AudioFormat.MP3_22050_32);
    private static final byte[] OPUS = sound(AudioFormat.OPUS_48000_32);

    @Property(tries = 300)
    void anyBytesAreTakenOrRefused(@ForAll AudioFormat format, @ForAll @Size(max = 3000) byte[] bytes) {
        assertThatCode(() -> decode(bytes, format)).doesNotThrowAnyException();
    }

    @Property(tries = 150)
    void damagedMp3IsTakenOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int flips) {
        byte[] first = damaged(MP3, seed, flips);
        byte[] second = damaged(MP3_OF_MPEG_2, seed, flips);
        assertThatCode(() -> decode(first, AudioFormat.MP3_44100_128)).doesNotThrowAnyException();
        assertThatCode(() -> decode(second, AudioFormat.MP3_22050_32)).doesNotThrowAnyException();
    }

    /** Behind right frame headers, so that the damage reaches the depths of the decoder. */
    @Property(tries = 150)
    void nonsenseInMp3FramesIsTakenOrRefused(@ForAll long seed) {
        byte[] frames = MP3.clone();
        var random = new Random(seed);
        byte[] nonsense = new byte[frames.length];
        random.nextBytes(nonsense);
        for (int at = 0; at + 4 < frames.length; ) {
            int length = 417 + (frames[at + 2] >> 1 & 1);
            System.arraycopy(nonsense, at, frames, at + 4, Math.min(length, frames.length - at) - 4);
            at += length;
        }
        assertThatCode(() -> decode(frames, AudioFormat.MP3_44100_128)).doesNotThrowAnyException();
    }

    @Property(tries = 150)
    void damagedOggIsTakenOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int flips) {
        byte[] damaged = damaged(OPUS, seed, flips);
        assertThatCode(() -> decode(damaged, AudioFormat.OPUS_48000_32)).doesNotThrowAnyException();
    }

    /** In pages whose checksums are right, so that the damage reaches the depths of the decoder. */
    @Property(tries = 300)
    void nonsenseInOpusPacketsIsTakenOrRefused(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1500) int length) {
        var random = new Random(seed);
        var ogg = new OggWriter(1);
        ogg.header(new OpusHead(1 + random.nextInt(2), random.nextInt(4000), random.nextInt(2000) - 1000).packet());
        ogg.header(OpusHead.tags());
        for (int i = 0; i < 5; i++) {
            byte[] packet = new byte[length];
            random.nextBytes(packet);
            ogg.packet(packet, 960L * i);
        }
        ogg.lastPacket(new byte[] {(byte) 0xfc}, random.nextInt(100_000));
        byte[] bytes = ogg.take();
        assertThatCode(() -> decode(bytes, AudioFormat.OPUS_48000_32)).doesNotThrowAnyException();
    }

    @SuppressWarnings("EmptyCatch") // To be refused is one of the two right answers.
    private static void decode(byte[] bytes, AudioFormat format) {
        try {
            Coded.decode(bytes, format, 500);
        } catch (IOException refused) {
            // As documented.
        }
    }

    private static byte[] damaged(byte[] sound, long seed, int flips) {
        byte[] bytes = sound.clone();
        var random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] sound(AudioFormat format) {
        return Coded.encode(Signals.noise(format.sampleRateHz(), format.sampleRateHz() / 5, 3), format, 9999);
    }
}
