package dev.parley.domain.audio;

import static dev.parley.domain.audio.Codec.ALAW;
import static dev.parley.domain.audio.Codec.MP3;
import static dev.parley.domain.audio.Codec.OPUS;
import static dev.parley.domain.audio.Codec.PCM;
import static dev.parley.domain.audio.Codec.ULAW;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The formats audio may be asked for in, by the names that ElevenLabs gave them: codec, sample rate in hertz and, where
 * the codec has one, bitrate in kilobits per second. All are mono.
 */
public enum AudioFormat implements Media {
    MP3_22050_32(MP3, 22050, 32),
    MP3_24000_48(MP3, 24000, 48),
    MP3_44100_32(MP3, 44100, 32),
    MP3_44100_64(MP3, 44100, 64),
    MP3_44100_96(MP3, 44100, 96),
    MP3_44100_128(MP3, 44100, 128),
    MP3_44100_192(MP3, 44100, 192),
    MP3_48000_128(MP3, 48000, 128),
    MP3_48000_192(MP3, 48000, 192),
    MP3_48000_240(MP3, 48000, 240),
    MP3_48000_320(MP3, 48000, 320),
    PCM_8000(PCM, 8000, 0),
    PCM_16000(PCM, 16000, 0),
    PCM_22050(PCM, 22050, 0),
    PCM_24000(PCM, 24000, 0),
    PCM_32000(PCM, 32000, 0),
    PCM_44100(PCM, 44100, 0),
    PCM_48000(PCM, 48000, 0),
    ULAW_8000(ULAW, 8000, 0),
    ALAW_8000(ALAW, 8000, 0),
    OPUS_48000_32(OPUS, 48000, 32),
    OPUS_48000_64(OPUS, 48000, 64),
    OPUS_48000_96(OPUS, 48000, 96),
    OPUS_48000_128(OPUS, 48000, 128),
    OPUS_48000_192(OPUS, 48000, 192);

    /** What a caller gets who names no format. */
    public static final AudioFormat DEFAULT = MP3_44100_128;

    private static final Map<String, AudioFormat> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AudioFormat::toString, Function.identity()));

    private final Codec codec;
    private final int sampleRateHz;
    private final int bitrateKbps;
    private final String printed;

    AudioFormat(Codec codec, int sampleRateHz, int bitrateKbps) {
        this.codec = codec;
        this.sampleRateHz = sampleRateHz;
        this.bitrateKbps = bitrateKbps;
        this.printed = name().toLowerCase(Locale.ROOT);
    }

    /** The format of this exact, lower-case name, as {@code mp3_44100_128}. */
    public static Optional<AudioFormat> parse(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public String mediaType() {
        return codec.mediaType();
    }

    @Override
    public String fileExtension() {
        return codec.fileExtension();
    }

    public Codec codec() {
        return codec;
    }

    public int sampleRateHz() {
        return sampleRateHz;
    }

    /** Zero where the codec has no bitrate to choose: its size follows from the sample rate. */
    public int bitrateKbps() {
        return bitrateKbps;
    }

    /** The name that {@link #parse} takes. */
    @Override
    public String toString() {
        return printed;
    }
}
