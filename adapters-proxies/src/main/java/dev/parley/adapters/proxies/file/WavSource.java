package dev.parley.adapters.proxies.file;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.ports.provider.Resampler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The samples of a WAV file as one channel of 16 bits, at a rate of ours. */
final class WavSource implements AudioSource {

    static final int RATE_MIN = 4_000;
    static final int RATE_MAX = 192_000;

    private static final int PIECE = 16 * 1024;

    private final WavHead head;
    private final FileHead file;
    private final AudioFormat format;
    private final BlockResampler resampler;
    private long left;
    private byte[] rest = new byte[0];
    private boolean ended;

    private WavSource(WavHead head, FileHead file, AudioFormat format, Resampler resampler) {
        this.head = head;
        this.file = file;
        this.format = format;
        this.resampler = new BlockResampler(resampler, head.rateHz(), format.sampleRateHz());
        this.left = head.dataBytes();
    }

    static WavSource of(FileHead file, Resampler resampler) throws IOException {
        WavHead head = WavHead.read(file);
        return new WavSource(head, file, nearest(head.rateHz()), resampler);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        while (!ended) {
            byte[] bytes = left == 0 ? new byte[0] : file.read((int) Math.min(left, PIECE));
            ended = bytes.length == 0;
            if (ended && left > 0 && head.dataBytes() != Long.MAX_VALUE) {
                throw new UnfitFileException("ends before its last sample");
            }
            left -= bytes.length;
            short[] samples = mono(joined(bytes));
            byte[] written = written(ended ? resampler.finish(samples) : resampler.push(samples));
            if (written.length > 0) {
                return written;
            }
        }
        return null;
    }

    /** As good as the file where there is such a rate, else the next better one. */
    private static AudioFormat nearest(int rateHz) {
        return Arrays.stream(AudioFormat.values())
                .filter(format -> format.codec() == Codec.PCM)
                .min(Comparator.comparing((AudioFormat format) -> format.sampleRateHz() < rateHz)
                        .thenComparing(format -> Math.abs(format.sampleRateHz() - rateHz)))
                .orElseThrow();
    }

    /** Whole frames; what is left over waits for the next piece. */
    private ByteBuffer joined(byte[] bytes) {
        byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        int whole = all.length - all.length % head.frameBytes();
        rest = Arrays.copyOfRange(all, whole, all.length);
        return ByteBuffer.wrap(all, 0, whole).order(ByteOrder.LITTLE_ENDIAN);
    }

    private short[] mono(ByteBuffer frames) {
        short[] samples = new short[frames.remaining() / head.frameBytes()];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < head.channels(); channel++) {
                sum += sample(frames);
            }
            samples[i] = (short) Math.clamp(Math.round(sum / head.channels()), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    private double sample(ByteBuffer frames) {
        return switch (head.bits()) {
            case 8 -> ((frames.get() & 0xFF) - 128) * 256.0;
            case 16 -> frames.getShort();
            case 24 -> ((frames.get() & 0xFF) | (frames.get() & 0xFF) << 8 | frames.get() << 16) / 256.0;
            default -> head.floating() ? frames.getFloat() * 32_767.0 : frames.getInt() / 65_536.0;
        };
    }

    private static byte[] written(short[] samples) {
        var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
