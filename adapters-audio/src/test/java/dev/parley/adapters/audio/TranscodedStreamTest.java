package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TranscodedStreamTest {

    private static final int CHUNK_MILLIS = 20;

    private final StandardCodecs codecs = new StandardCodecs();

    static Stream<Arguments> pcmToAll() {
        return Arrays.stream(AudioFormat.values())
                .filter(from -> from.codec() == Codec.PCM)
                .flatMap(from -> Arrays.stream(AudioFormat.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pcmToAll")
    void toneArrivesInEveryFormat(AudioFormat from, AudioFormat to) throws Exception {
        int rateHz = from.sampleRateHz();
        byte[] pcm = new PcmEncoder().encode(Signals.tone(997, rateHz, rateHz * 2 / 5, 0.5));
        byte[] out = drain(codecs.transcode(ScriptedStream.cut(pcm, 641), from, to));
        short[] samples = Coded.decode(out, to, 333);
        assertThat(Signals.signalToNoiseDb(samples, 997, to.sampleRateHz(), to.sampleRateHz() / 10))
                .isGreaterThan(20);
        assertThat(samples.length * 1000.0 / to.sampleRateHz())
                .isCloseTo(
                        400.0 + (double) codecs.encoder(to).delayMillis(),
                        Offset.offset(to.codec() == Codec.MP3 ? 55.0 : 0.1));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatCanBeTheSource(AudioFormat from) throws Exception {
        int rateHz = from.sampleRateHz();
        byte[] coded = Coded.encode(Signals.tone(997, rateHz, rateHz / 2, 0.5), from, 999);
        byte[] out = drain(codecs.transcode(ScriptedStream.cut(coded, 100), from, AudioFormat.PCM_32000));
        short[] samples = Coded.decode(out, AudioFormat.PCM_32000, 999);
        assertThat(Signals.signalToNoiseDb(samples, 997, 32_000, 6400)).isGreaterThan(20);
    }

    @Test
    void sameFormatPassesUntouched() {
        var source = ScriptedStream.of();
        assertThat(codecs.transcode(source, AudioFormat.DEFAULT, AudioFormat.DEFAULT))
                .isSameAs(source);
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        var source = endless(AudioFormat.PCM_24000);
        codecs.transcode(source, AudioFormat.PCM_24000, AudioFormat.DEFAULT);
        assertThat(source.reads).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void readsNoFurtherThanItMust(AudioFormat to) throws Exception {
        var source = endless(AudioFormat.PCM_16000);
        var from = to == AudioFormat.PCM_16000 ? AudioFormat.PCM_8000 : AudioFormat.PCM_16000;
        var stream = codecs.transcode(source, from, to);
        int before = 0;
        for (int i = 0; i < 12; i++) {
            assertThat(stream.next()).isNotNull();
            // A page of Ogg holds up to 320 ms, LAME looks ahead by less than 200 ms.
            assertThat(source.reads - before).isLessThanOrEqualTo(17);
            before = source.reads;
        }
    }

    @Test
    void halfAnHourFlowsThroughInSmallPieces() throws Exception {
        int chunks = 30 * 60 * 1000 / CHUNK_MILLIS;
        var silence = AudioChunk.of(new byte[8000 * CHUNK_MILLIS / 1000]);
        var source = new ScriptedStream(
                IntStream.range(0, chunks).mapToObj(i -> silence).iterator());
        var stream = codecs.transcode(source, AudioFormat.ULAW_8000, AudioFormat.PCM_16000);
        int largest = 0;
        int furthestAhead = 0;
        int given = 0;
        for (var chunk = stream.next(); chunk != null; chunk = stream.next(), given++) {
            largest = Math.max(largest, chunk.bytes().length);
            furthestAhead = Math.max(furthestAhead, source.reads - given);
        }
        assertThat(given).isGreaterThanOrEqualTo(chunks);
        assertThat(largest).isLessThan(3000);
        assertThat(furthestAhead).isLessThanOrEqualTo(2);
    }

    @Test
    void endIsTheEndForEver() throws Exception {
        var stream = codecs.transcode(ScriptedStream.of(), AudioFormat.PCM_8000, AudioFormat.OPUS_48000_32);
        drain(stream);
        assertThat(stream.next()).isNull();
    }

    @Test
    void closeStopsTheSource() {
        var source = endless(AudioFormat.PCM_8000);
        var stream = codecs.transcode(source, AudioFormat.PCM_8000, AudioFormat.DEFAULT);
        stream.close();
        stream.close();
        assertThat(source.closed).isTrue();
    }

    @Test
    void readerThatGoesOnAfterCloseComesToAnEnd() throws Exception {
        var stream = codecs.transcode(endless(AudioFormat.PCM_8000), AudioFormat.PCM_8000, AudioFormat.DEFAULT);
        stream.next();
        stream.close();
        drain(stream);
        assertThat(stream.next()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"MP3.*", "OPUS.*"})
    void audioThatBreaksOffIsAFailure(AudioFormat from) {
        byte[] coded = Coded.encode(Signals.noise(from.sampleRateHz(), 9000, 3), from, 999);
        var source = ScriptedStream.cut(Arrays.copyOf(coded, coded.length - 50), 100);
        assertUnavailable(codecs.transcode(source, from, AudioFormat.PCM_16000));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"MP3.*", "OPUS.*"})
    void bytesThatAreNoAudioAreAFailure(AudioFormat from) {
        var source = ScriptedStream.cut(new byte[5000], 100);
        assertUnavailable(codecs.transcode(source, from, AudioFormat.PCM_16000));
    }

    @Test
    void halfASampleIsAFailure() {
        assertUnavailable(
                codecs.transcode(ScriptedStream.cut(new byte[4001], 100), AudioFormat.PCM_8000, AudioFormat.ULAW_8000));
    }

    @ParameterizedTest
    @EnumSource
    void segmentsAreShiftedByTheDelay(AudioFormat to) throws Exception {
        var segment = new VoiceSegment(0, 0, List.of(new CharacterTime(10, 30)));
        var source = ScriptedStream.of(new AudioChunk(new byte[0], List.of(segment)));
        var stream = codecs.transcode(source, otherThan(to), to);
        var first = Objects.requireNonNull(stream.next());
        assertThat(first.segments())
                .containsExactly(segment.later(codecs.encoder(to).delayMillis()));
    }

    private static AudioFormat otherThan(AudioFormat to) {
        return to == AudioFormat.ULAW_8000 ? AudioFormat.ALAW_8000 : AudioFormat.ULAW_8000;
    }

    private static ScriptedStream endless(AudioFormat pcm) {
        byte[] noise =
                new PcmEncoder().encode(Signals.noise(pcm.sampleRateHz(), pcm.sampleRateHz() * CHUNK_MILLIS / 1000, 3));
        return new ScriptedStream(Stream.generate(() -> AudioChunk.of(noise)).iterator());
    }

    private static void assertUnavailable(AudioStream stream) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> drain(stream))
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            e -> assertThat(e.failure())
                                    .isInstanceOfSatisfying(
                                            Failure.Unavailable.class,
                                            failure -> assertThat(failure.mayHaveRendered())
                                                    .as("whether it was rendered, however broken")
                                                    .isTrue()));
        }
    }

    private static byte[] drain(AudioStream stream) throws ProviderException {
        var bytes = new ByteArrayOutputStream();
        for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
            bytes.writeBytes(chunk.bytes());
        }
        return bytes.toByteArray();
    }
}
