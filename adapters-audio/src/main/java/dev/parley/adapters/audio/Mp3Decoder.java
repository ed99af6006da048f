package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioDecoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * MPEG layer III. The bitrate may be any; two channels become their mean; another sample rate is converted, since not every
 * rate of MP3 is one of ours, but it must stay the same.
 */
final class Mp3Decoder implements AudioDecoder {

    private final int rateHz;
    private final Mp3Frames frames = new Mp3Frames();
    private final Mp3Synthesis synthesis = new Mp3Synthesis();
    private int heardHz;
    private @Nullable RateConverter converter;

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
        short[] heard = samples.take(samples.size());
        return converter == null ? heard : converter.push(heard);
    }

    @Override
    public short[] finish() throws IOException {
        frames.finish();
        if (heardHz == 0) {
            throw new IOException("there is no frame of audio");
        }
        return converter == null ? new short[0] : converter.finish();
    }

    private short[] mono(Mp3Frames.Frame frame) throws IOException {
        var header = frame.header();
        listenAt(header.rateHz());
        short[] played = synthesis.play(frame.bytes());
        // A frame that leans on one that is missing lasts as long as any other: what follows keeps its time.
        short[] mono = new short[header.samples()];
        int channels = header.channels();
        for (int i = 0; i < mono.length && (i + 1) * channels <= played.length; i++) {
            mono[i] = channels == 1 ? played[i] : (short) ((played[2 * i] + played[2 * i + 1]) / 2);
        }
        return mono;
    }

    private void listenAt(int frameHz) throws IOException {
        if (heardHz == 0) {
            heardHz = frameHz;
            converter = frameHz == rateHz ? null : new RateConverter(frameHz, rateHz);
        }
        if (frameHz != heardHz) {
            throw new IOException("the audio changes from " + heardHz + " to " + frameHz + " Hz");
        }
    }
}
