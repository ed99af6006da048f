package dev.parley.grpc;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Resampler;

/** Codecs of a world in which providers make what callers want. */
final class SameAudio implements AudioCodecs {

    @Override
    public AudioStream transcode(AudioStream audio, AudioFormat from, AudioFormat to) {
        return audio;
    }

    @Override
    public AudioDecoder decoder(AudioFormat from) {
        throw new AssertionError("not needed");
    }

    @Override
    public AudioEncoder encoder(AudioFormat to) {
        throw new AssertionError("not needed");
    }

    @Override
    public Resampler resampler() {
        throw new AssertionError("not needed");
    }
}
