package dev.parley.adapters.proxies.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the samples of a WAV file are written.
 *
 * @param floating whether they are floating-point numbers
 * @param dataBytes of all samples; {@link Long#MAX_VALUE} where nobody knew when the head was written
 */
record WavHead(int rateHz, int channels, int bits, boolean floating, long dataBytes) {

    private static final int PCM = 1;
    private static final int FLOATS = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int CHANNELS_MAX = 8;

    int frameBytes() {
        return channels * bits / 8;
    }

    /** Reads up to the first sample. */
    static WavHead read(FileHead file) throws IOException {
        file.skip(12);
        WavHead format = null;
        while (true) {
            var chunk = ByteBuffer.wrap(file.readFully(8)).order(ByteOrder.LITTLE_ENDIAN);
            byte[] name = new byte[4];
            chunk.get(name);
            long length = chunk.getInt() & 0xFFFF_FFFFL;
            switch (new String(name, US_ASCII)) {
                case "fmt " -> format = format(file, length);
                case "data" -> {
                    if (format == null) {
                        throw new UnfitFileException("is a WAV file that does not say how it is written");
                    }
                    boolean unknown = length == 0 || length >= 0xFFFF_FFFFL - 64;
                    return format.of(unknown ? Long.MAX_VALUE : length);
                }
                default -> file.skip(length + (length & 1));
            }
        }
    }

    private static WavHead format(FileHead file, long length) throws IOException {
        if (length < 16 || length > 1024) {
            throw unfit();
        }
        byte[] bytes = file.readFully((int) (length + (length & 1)));
        var fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int kind = fields.getShort(0) & 0xFFFF;
        if (kind == EXTENSIBLE && length >= 26) {
            kind = fields.getShort(24) & 0xFFFF;
        }
        var head = new WavHead(
                fields.getInt(4), fields.getShort(2) & 0xFFFF, fields.getShort(14) & 0xFFFF, kind == FLOATS, 0);
        boolean whole = head.bits == 8 || head.bits == 16 || head.bits == 24 || head.bits == 32;
        boolean known = kind == PCM ? whole : kind == FLOATS && head.bits == 32;
        boolean sane = head.channels >= 1
                && head.channels <= CHANNELS_MAX
                && head.rateHz >= WavSource.RATE_MIN
                && head.rateHz <= WavSource.RATE_MAX;
        if (!known || !sane) {
            throw unfit();
        }
        return head;
    }

    private WavHead of(long bytes) {
        return new WavHead(rateHz, channels, bits, floating, bytes);
    }

    private static UnfitFileException unfit() {
        return new UnfitFileException("is a WAV file of a kind that is not known");
    }
}
