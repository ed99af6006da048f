package dev.parley.adapters.proxies.file;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.ports.provider.Resampler;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a file holds, piece by piece, in one of our formats. */
interface AudioSource {

    AudioFormat format();

    /** Null at the end. */
    byte @Nullable [] next() throws IOException;

    /**
     * By the file's first bytes. What it is called, and what type it says it has, counts for nothing.
     *
     * @throws UnfitFileException if it is no audio that we know
     */
    static AudioSource of(InputStream body, AudioFormat asked, Resampler resampler) throws IOException {
        var head = new FileHead(body);
        if (head.says(0, "RIFF") && head.says(8, "WAVE")) {
            return WavSource.of(head, resampler);
        }
        if (head.says(0, "OggS") && head.says(28, "OpusHead")) {
            return new PlainSource(asked.codec() == Codec.OPUS ? asked : AudioFormat.OPUS_48000_64, head);
        }
        return new PlainSource(Mp3Head.format(head), head);
    }
}
