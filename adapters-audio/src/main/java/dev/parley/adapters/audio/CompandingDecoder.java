package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioDecoder;

/** One byte a sample. */
final class CompandingDecoder implements AudioDecoder {

    private final Companding law;

    CompandingDecoder(Companding law) {
        this.law = law;
    }

    @Override
    public short[] decode(byte[] bytes) {
        short[] samples = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = law.expand(bytes[i]);
        }
        return samples;
    }

    @Override
    public short[] finish() {
        return new short[0];
    }
}
