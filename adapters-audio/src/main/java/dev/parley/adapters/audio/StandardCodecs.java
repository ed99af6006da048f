package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Resampler;
import java.util.concurrent.ThreadLocalRandom;

/** All formats, in pure Java. */
public final class StandardCodecs implements AudioCodecs {

    private final Resampler resampler = new SincResampler();

    @Override
    public AudioStream transcode(AudioStream audio, AudioFormat from, AudioFormat to) {
        if (from == to) {
            return audio;
        }
        var converter = new RateConverter(from.sampleRateHz(), to.sampleRateHz());
        return new TranscodedStream(audio, decoder(from), converter, plain(to));
    }

    @Override
    public AudioDecoder decoder(AudioFormat from) {
        return switch (from.codec()) {
            case MP3 -> new Mp3Decoder(from.sampleRateHz());
            case PCM -> new PcmDecoder();
            case ULAW -> new CompandingDecoder(Companding.ULAW);
            case ALAW -> new CompandingDecoder(Companding.ALAW);
            case OPUS -> new OggOpusDecoder();
        };
    }

    @Override
    public AudioEncoder encoder(AudioFormat to) {
        return new ComputedEncoder(plain(to));
    }

    private static AudioEncoder plain(AudioFormat to) {
        return switch (to.codec()) {
            case MP3 -> new Mp3Encoder(to.sampleRateHz(), to.bitrateKbps());
            case PCM -> new PcmEncoder();
            case ULAW -> new CompandingEncoder(Companding.ULAW);
            case ALAW -> new CompandingEncoder(Companding.ALAW);
            case OPUS ->
                new OggOpusEncoder(to.bitrateKbps(), ThreadLocalRandom.current().nextInt());
        };
    }

    @Override
    public Resampler resampler() {
        return resampler;
    }
}
