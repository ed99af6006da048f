package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioEncoder;

/** Signed 16-bit little-endian samples. */
final class PcmEncoder implements AudioEncoder {

    @Override
    public byte[] encode(short[] samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    @Override
    public byte[] finish() {
        return new byte[0];
    }

    @Override
    public long delayMillis() {
        return 0;
    }
}
