package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioEncoder;

/** One byte a sample. */
final class CompandingEncoder implements AudioEncoder {

    private final Companding law;

    CompandingEncoder(Companding law) {
        this.law = law;
    }

    @Override
    public byte[] encode(short[] samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = law.compress(samples[i]);
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
