package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.parley.adapters.elevenlabs.upstream.FakeSpeech;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the upstream does badly is never a clean end, and is told as what it is. */
class MisbehaviourTest {

    private static final String TEXT = "Did you finish the report that I asked you for yesterday evening?";
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Studio studio =
            new Studio("first_byte_timeout", "2s", "whole_timeout", "2s", "idle_timeout", "400ms");

    @AfterEach
    void close() {
        studio.close();
    }

    static Stream<Fault> broken() {
        return Stream.of(
                new Fault.SilentEnd(),
                new Fault.SilentEnd(0.9),
                new Fault.CutOff(),
                new Fault.Reset(),
                new Fault.StallHalfway(),
                new Fault.Garbage(),
                new Fault.Page(),
                new Fault.TruncatedBase64());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsUnavailableAndMayHaveBeenRendered(Fault fault) {
        studio.upstream.spoilNext(fault);
        isBroken(studio.hear(Studio.dialogue(Delivery.WHOLE, TEXT, TEXT)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenStreamIsUnavailableAndMayHaveBeenRendered(Fault fault) {
        studio.upstream.spoilNext(fault);
        isBroken(studio.hear(Studio.speech("eleven_flash_v2_5", Studio.LIVE, TEXT + TEXT)));
    }

    @ParameterizedTest
    @EnumSource(
            value = AudioFormat.class,
            names = {"MP3_44100_128", "PCM_16000", "ULAW_8000", "OPUS_48000_32"})
    void aSilentEndIsFoundByTheLengthWhereThereAreNoTimings(AudioFormat format) {
        try (var plain = new Studio("proof", "duration")) {
            plain.upstream.spoilNext(new Fault.SilentEnd(0.25));
            isBroken(plain.hear(Studio.dialogue(Delivery.WHOLE, format, RenderOptions.NONE, TEXT, TEXT)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.95})
    void aSilentEndIsFoundWhereverItComes(double share) {
        studio.upstream.spoilNext(new Fault.SilentEnd(share));
        isBroken(studio.hear(Studio.dialogue(Studio.LIVE, TEXT, TEXT, TEXT, TEXT, TEXT)));
    }

    @Test
    void withoutTimingsTheLengthIsLookedAt() {
        studio.upstream.spoilNext(new Fault.NoTimings());
        var heard = studio.hear(Studio.dialogue(Studio.LIVE, TEXT, TEXT));
        assertThat(heard.failure()).isNull();
        assertThat(heard.times()).hasSize(2 * TEXT.length());
    }

    @Test
    void moreAudioThanTheTextCanBeIsGivenUp() {
        studio.upstream.spoilNext(new Fault.Flood(4 << 20));
        isBroken(studio.hear(Studio.dialogue(Delivery.WHOLE, "Hello there.")));
    }

    @Test
    void aStallBeforeTheHeadIsGivenUp() {
        studio.upstream.spoilNext(new Fault.StallBeforeHead());
        isBroken(studio.hear(Studio.dialogue(Delivery.WHOLE, TEXT)));
    }

    @Test
    void theDeadlineEndsAStall() {
        try (var patient = new Studio()) {
            patient.upstream.spoilNext(new Fault.StallHalfway());
            isBroken(patient.hear(Studio.dialogue(Studio.LIVE, TEXT, TEXT), Studio.attempt(SHORT)));
        }
    }

    @Test
    void aSlowUpstreamIsWaitedFor() {
        studio.upstream.spoilNext(new Fault.SlowDrip(2000, Duration.ofMillis(10)));
        var heard = studio.hear(Studio.speech("eleven_flash_v2_5", Studio.LIVE, "Not so fast, please."));
        assertThat(heard.failure()).isNull();
        assertThat(heard.times()).hasSize(20);
    }

    @Test
    void oneFailureInTenIsOneFailureInTen() {
        studio.upstream.spoilOneOf(10, Fault.Refused.of(500, "internal_error", "internal_server_error"));
        List<Failure> failures = Stream.generate(() -> studio.hear(Studio.dialogue(Studio.LIVE, TEXT)))
                .limit(20)
                .map(Studio.Heard::failure)
                .filter(failure -> failure != null)
                .toList();
        assertThat(failures).hasSize(2).containsOnly(Failure.Unavailable.notRendered("ElevenLabs failed (500)"));
    }

    @Test
    void anErrorThatWasChargedHasRendered() {
        studio.upstream.spoilNext(
                Fault.Refused.of(500, "internal_error", "oops").header("character-cost", "12"));
        isBroken(studio.hear(Studio.dialogue(Studio.LIVE, TEXT)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timingsThatComeTwiceAreToldOnce(boolean streamed) {
        studio.upstream.spoilNext(new Fault.DuplicatedTimings(60));
        String text = Studio.words(700);
        var heard = studio.hear(Studio.dialogue(new Delivery(streamed, true), text, text));
        assertThat(heard.failure()).isNull();
        assertThat(heard.times()).hasSize(1400);
        assertForward(heard.times());
        assertExact(heard.times(), 1);
    }

    @Test
    void timesThatBeginAnewWithEachLineAreAddedUp() {
        studio.upstream.spoilNext(new Fault.RelativeTimings());
        var heard = studio.hear(Studio.dialogue(Studio.LIVE, TEXT, TEXT, TEXT));
        assertThat(heard.failure()).isNull();
        assertForward(heard.times());
        assertExact(heard.times(), 20);
    }

    @Test
    void timesAreExactWhereTheUpstreamsAre() {
        var heard = studio.hear(Studio.dialogue(Studio.LIVE, "Naïve 你好 😀.", TEXT));
        assertExact(heard.times(), 1);
    }

    @Test
    void timingsComeWithTheirAudio() throws Exception {
        try (var stream = studio.begin(Studio.dialogue(Studio.LIVE, TEXT, TEXT))) {
            assertThat(stream.next())
                    .isNotNull()
                    .extracting(AudioChunk::segments, LIST)
                    .isNotEmpty();
        }
    }

    private static void isBroken(Studio.Heard heard) {
        assertThat(heard.failed())
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveRendered())
                                .as(failure.message())
                                .isTrue());
    }

    private static void assertForward(List<CharacterTime> times) {
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i).startMillis())
                    .isGreaterThanOrEqualTo(times.get(i - 1).startMillis());
            assertThat(times.get(i).endMillis())
                    .isGreaterThanOrEqualTo(times.get(i - 1).endMillis());
        }
    }

    private static void assertExact(List<CharacterTime> times, long within) {
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.get(i).startMillis())
                    .as("character %d", i)
                    .isBetween((long) i * FakeSpeech.MILLIS - within, (long) i * FakeSpeech.MILLIS + within);
        }
    }
}
