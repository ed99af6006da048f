package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioDecoder;
import java.io.IOException;

/** MPEG layer III. The bitrate may be any; two channels become their mean; another sample rate is refused. */
final class Mp3Decoder implements AudioDecoder {

    private final int rateHz;
    private final Mp3Frames frames = new Mp3Frames();
    private final Mp3Synthesis synthesis = new Mp3Synthesis();
    private boolean heard;

    Mp3Decoder(int rateHz) {
        this.rateHz = rateHz;
    }

    @Override
    public short[] decode(byte[] bytes) throws IOException {
        frames.add(bytes);
        var samples = new SampleQueue();
        for (var frame = frames.next(); frame != null; frame = frames.next()) {
            short[] mono = mono(frame);
            samples.add(mono, mono.length);
        }
        return samples.take(samples.size());
    }

    @Override
    public short[] finish() throws IOException {
        frames.finish();
        if (!heard) {
            throw new IOException("there is no frame of audio");
        }
        return new short[0];
    }

    private short[] mono(Mp3Frames.Frame frame) throws IOException {
        var header = frame.header();
        if (header.rateHz() != rateHz) {
            throw new IOException("the audio has " + header.rateHz() + " Hz, not " + rateHz);
        }
        heard = true;
        short[] played = synthesis.play(frame.bytes());
        // A frame that leans on one that is missing lasts as long as any other: what follows keeps its time.
        short[] mono = new short[header.samples()];
        int channels = header.channels();
        for (int i = 0; i < mono.length && (i + 1) * channels <= played.length; i++) {
            mono[i] = channels == 1 ? played[i] : (short) ((played[2 * i] + played[2 * i + 1]) / 2);
        }
        return mono;
    }
}
