package dev.parley.ports.audio;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Resampler;

/** Changes audio from one format to another, as it flows. Safe for concurrent use. */
public interface AudioCodecs {

    /**
     * The same audio in another format. Reads {@code audio} only as it is read itself, keeps memory constant, and closes it
     * when it is closed. Segments are shifted by the delay that the target codec adds, so that they stay true to what a
     * decoder plays. Bytes that {@code from} cannot explain end in a {@code ProviderException} with {@code Unavailable}.
     */
    AudioStream transcode(AudioStream audio, AudioFormat from, AudioFormat to);

    /**
     * Starts decoding audio of this format, as far as its bytes are pushed.
     */
    AudioDecoder decoder(AudioFormat from);

    /** Starts encoding audio to this format. */
    AudioEncoder encoder(AudioFormat to);

    Resampler resampler();
}
