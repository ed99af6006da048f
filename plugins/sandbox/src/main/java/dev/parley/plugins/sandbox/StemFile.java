package dev.parley.plugins.sandbox;

import de.sciss.jump3r.lowlevel.LameEncoder;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of a ZIP, piece by piece. Nobody transcodes within an archive, so the usual MP3 is written here. */
final class StemFile implements AutoCloseable {

    /** What stems may be asked for in. */
    static final Set<AudioFormat> FORMATS = Set.of(
            AudioFormat.MP3_44100_64,
            AudioFormat.MP3_44100_96,
            AudioFormat.MP3_44100_128,
            AudioFormat.MP3_44100_192,
            AudioFormat.MP3_48000_128,
            AudioFormat.MP3_48000_192,
            AudioFormat.MP3_48000_320,
            AudioFormat.PCM_8000,
            AudioFormat.PCM_16000,
            AudioFormat.PCM_22050,
            AudioFormat.PCM_24000,
            AudioFormat.PCM_32000,
            AudioFormat.PCM_44100,
            AudioFormat.PCM_48000);

    private static final int BITS = 16;

    private final @Nullable LameEncoder lame;

    StemFile(AudioFormat format) {
        this.lame = format.codec() == Codec.MP3
                ? new LameEncoder(
                        new javax.sound.sampled.AudioFormat(format.sampleRateHz(), BITS, 1, true, false),
                        format.bitrateKbps(),
                        LameEncoder.CHANNEL_MODE_MONO,
                        LameEncoder.QUALITY_LOW,
                        false)
                : null;
    }

    byte[] add(short[] samples) {
        byte[] pcm = PcmStream.bytes(samples);
        if (lame == null) {
            return pcm;
        }
        byte[] encoded = new byte[pcm.length + lame.getMP3BufferSize()];
        byte[] room = new byte[lame.getMP3BufferSize()];
        int length = 0;
        for (int at = 0; at < pcm.length; at += lame.getPCMBufferSize()) {
            int written = lame.encodeBuffer(pcm, at, Math.min(lame.getPCMBufferSize(), pcm.length - at), room);
            System.arraycopy(room, 0, encoded, length, written);
            length += written;
        }
        return Arrays.copyOf(encoded, length);
    }

    byte[] end() {
        if (lame == null) {
            return new byte[0];
        }
        byte[] room = new byte[lame.getMP3BufferSize()];
        return Arrays.copyOf(room, lame.encodeFinish(room));
    }

    @Override
    public void close() {
        if (lame != null) {
            lame.close();
        }
    }
}
