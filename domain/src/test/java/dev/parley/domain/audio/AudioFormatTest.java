package dev.parley.domain.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFormatTest {

    @Test
    void namesAreExactlyThePublishedOnes() {
        assertThat(Arrays.stream(AudioFormat.values()).map(AudioFormat::toString))
                .containsExactly(
                        "mp3_22050_32",
                        "mp3_24000_48",
                        "mp3_44100_32",
                        "mp3_44100_64",
                        "mp3_44100_96",
                        "mp3_44100_128",
                        "mp3_44100_192",
                        "mp3_48000_128",
                        "mp3_48000_192",
                        "mp3_48000_240",
                        "mp3_48000_320",
                        "pcm_8000",
                        "pcm_16000",
                        "pcm_22050",
                        "pcm_24000",
                        "pcm_32000",
                        "pcm_44100",
                        "pcm_48000",
                        "ulaw_8000",
                        "alaw_8000",
                        "opus_48000_32",
                        "opus_48000_64",
                        "opus_48000_96",
                        "opus_48000_128",
                        "opus_48000_192");
    }

    @ParameterizedTest
    @EnumSource
    void printedNameIsParsedBack(AudioFormat format) {
        assertThat(AudioFormat.parse(format.toString())).contains(format);
    }

    @ParameterizedTest
    @EnumSource
    void nameSaysCodecRateAndBitrate(AudioFormat format) {
        String bitrate = format.bitrateKbps() == 0 ? "" : "_" + format.bitrateKbps();
        assertThat(format).hasToString(format.codec().fileExtension() + "_" + format.sampleRateHz() + bitrate);
    }

    @ParameterizedTest
    @CsvSource({"MP3, true", "OPUS, true", "PCM, false", "ULAW, false", "ALAW, false"})
    void onlyCompressedFormatsHaveABitrate(Codec codec, boolean chosen) {
        assertThat(AudioFormat.values())
                .filteredOn(format -> format.codec() == codec)
                .isNotEmpty()
                .allSatisfy(format -> assertThat(format.bitrateKbps() > 0).isEqualTo(chosen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mp3",
                "mp3_44100",
                "mp3_44100_320",
                "wav_44100",
                "pcm_11025",
                "MP3_44100_128",
                "Pcm_16000",
                " pcm_16000",
                "pcm_16000\n"
            })
    void anyOtherNameIsUnknown(String name) {
        assertThat(AudioFormat.parse(name)).isEmpty();
    }

    @Test
    void defaultIsMp3At128Kilobits() {
        assertThat(AudioFormat.DEFAULT).hasToString("mp3_44100_128");
    }
}
