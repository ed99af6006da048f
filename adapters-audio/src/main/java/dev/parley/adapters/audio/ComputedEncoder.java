package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioEncoder;

/** An encoder that computes long. */
record ComputedEncoder(AudioEncoder encoder) implements AudioEncoder {

    @Override
    public byte[] encode(short[] samples) {
        return Computing.await(() -> encoder.encode(samples));
    }

    @Override
    public byte[] finish() {
        return Computing.await(encoder::finish);
    }

    @Override
    public long delayMillis() {
        return encoder.delayMillis();
    }
}
