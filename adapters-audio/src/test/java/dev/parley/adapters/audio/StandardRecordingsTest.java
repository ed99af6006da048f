package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims, and cuts, and odd heads do to a length. */
final class StandardRecordingsTest {

    private static final int SECOND = 16_000;

    @ParameterizedTest
    @CsvSource({"1, 8, 2000", "1, 16, 1000", "3, 32, 500", "7, 8, 2000", "85, 4, 4000"})
    void waveIsAsLongAsItsSamples(int form, int bits, long millis) throws IOException {
        assertThat(millis(MadeFiles.wave(form, bits, SECOND, SECOND))).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, SECOND, 5 * SECOND})
    void waveWrittenAsAStreamGoesToTheEndOfTheFile(int claimed) throws IOException {
        assertThat(millis(MadeFiles.wave(1, 16, claimed, SECOND))).isEqualTo(1000);
    }

    @Test
    void waveIsNotShortenedByAClaimOfManyBytesPerSecond() throws IOException {
        byte[] wave = MadeFiles.wave(1, 16, SECOND, SECOND);
        wave[30] = 0x7f;
        assertThat(millis(wave)).isEqualTo(1000);
    }

    @Test
    void waveOfImpossibleRateIsNotMeasured() throws IOException {
        byte[] wave = MadeFiles.wave(1, 16, SECOND, SECOND);
        wave[26] = 0x7f;
        assertThat(measure(wave)).isEmpty();
    }

    @Test
    void waveWithoutBytesPerSecondIsNotMeasured() throws IOException {
        assertThat(measure(MadeFiles.wave(85, 0, SECOND, SECOND))).isEmpty();
    }

    @Test
    void tagsAroundMp3AreLeftOut() throws IOException {
        byte[] tag = Coded.join(MadeFiles.ascii("ID3\4\0\0\0\0\7h"), new byte[1000]);
        byte[] old = Coded.join(MadeFiles.ascii("TAG"), new byte[125]);
        byte[] mp3 = Coded.encode(new short[44_100], AudioFormat.MP3_44100_128, 9999);
        assertThat(measure(Coded.join(tag, mp3, old))).isEqualTo(measure(mp3)).isPresent();
    }

    @Test
    void aWholeFrameIsNeverLostBetweenDamagedOnes() throws IOException {
        byte[] mp3 = Coded.encode(new short[441_000], AudioFormat.MP3_44100_128, 9999);
        long whole = millis(mp3);
        Arrays.fill(mp3, 50_000, 50_500, (byte) 0);
        assertThat(millis(mp3)).isBetween(whole - 120, whole - 20);
    }

    @Test
    void adtsFramesAreCounted() throws IOException {
        assertThat(millis(MadeFiles.adts(100))).isEqualTo((long) Math.ceil(102_400_000 / 44_100.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "80, 1000", "80000, 10000"})
    void largerOfClaimAndLastFrameOfFlacCounts(long claimed, long millis) throws IOException {
        assertThat(millis(MadeFiles.flac(8000, claimed))).isEqualTo(millis);
    }

    @Test
    void oggStreamsInOneFileCountTogether() throws IOException {
        byte[] opus = Coded.encode(new short[48_000], AudioFormat.OPUS_48000_32, 9999);
        assertThat((double) millis(Coded.join(opus, opus, opus))).isCloseTo(3000.0, Offset.offset(3.0));
    }

    @Test
    void fragmentsOfMp4AreCounted() throws IOException {
        assertThat(measure(MadeFiles.fragmented())).map(Recording::mediaType).contains("audio/mp4");
        assertThat(millis(MadeFiles.fragmented())).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"0, 960, 980", "1000, 960, 1000", "100, 960, 980"})
    void largerOfClaimAndLastBlockOfWebmCounts(int claimed, int last, long millis) throws IOException {
        assertThat(millis(MadeFiles.matroska(claimed, last))).isEqualTo(millis);
    }

    @Test
    void boxesOfNoLengthEndTheWalk() throws IOException {
        byte[] empty = MadeFiles.box("moov", new byte[4000]);
        assertThat(measure(Coded.join(MadeFiles.box("ftyp", new byte[8]), empty)))
                .isEmpty();
    }

    @Test
    void boxesWithinBoxesEndTheWalk() throws IOException {
        byte[] nested = new byte[0];
        for (int i = 0; i < 3000; i++) {
            nested = MadeFiles.box("moov", nested);
        }
        assertThat(measure(Coded.join(MadeFiles.box("ftyp", new byte[8]), nested)))
                .isEmpty();
    }

    @Test
    void moreThanCanBeTrueIsNotMeasured() throws IOException {
        assertThat(measure(MadeFiles.mp4(-1, -1, 1))).isEmpty();
    }

    @Test
    void whatIsNoAudioIsNotMeasured() throws IOException {
        assertThat(measure(MadeFiles.ascii("Dear customer, ".repeat(5000)))).isEmpty();
        assertThat(measure(new byte[200_000])).isEmpty();
    }

    @Test
    void aFileIsReadAboutOnceAtMost() throws IOException {
        byte[] noFrame = Coded.join(MadeFiles.flac(8000, 0), new byte[3_000_000]);
        noFrame[42] = 0;
        for (byte[] file : new byte[][] {
            noFrame, Coded.encode(Signals.noise(44_100, 2_000_000, 3), AudioFormat.MP3_44100_128, 9999)
        }) {
            var channel = new BytesChannel(file);
            assertThat(new StandardRecordings().measure(channel)).isNotNull();
            assertThat(channel.read).isLessThan(file.length * 3L / 2);
        }
    }

    @Test
    void everyMadeFileIsASecondOfAudio() throws IOException {
        for (int i : IntStream.range(0, 8).filter(i -> i != 3).toArray()) {
            assertThat((double) millis(MadeFiles.all().get(i))).as("file %d", i).isCloseTo(1000, Offset.offset(60.0));
        }
    }

    private static long millis(byte[] file) throws IOException {
        return measure(file).orElseThrow().length().toMillis();
    }

    private static Optional<Recording> measure(byte[] file) throws IOException {
        return new StandardRecordings().measure(new BytesChannel(file));
    }
}
