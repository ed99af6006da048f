package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioDecoder;
import java.io.IOException;

/** Signed 16-bit little-endian samples. */
final class PcmDecoder implements AudioDecoder {

    private final ByteQueue queue = new ByteQueue();

    @Override
    public short[] decode(byte[] bytes) {
        queue.add(bytes);
        short[] samples = new short[queue.size() / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (queue.at(2 * i) | queue.at(2 * i + 1) << 8);
        }
        queue.drop(2 * samples.length);
        return samples;
    }

    @Override
    public short[] finish() throws IOException {
        if (queue.size() > 0) {
            throw new IOException("the audio breaks off in the middle of a sample");
        }
        return new short[0];
    }
}
