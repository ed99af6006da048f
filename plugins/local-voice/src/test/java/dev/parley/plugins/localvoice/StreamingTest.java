package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.audio.SincResampler;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamingTest {

    private static final Instant DEADLINE = Instant.parse("2026-01-01T00:01:00Z");

    private static final RenderRequest THREE_TURNS = Speaking.dialogue(
            Speaking.turn("Aria", "One."), Speaking.turn("Sam", "Two."), Speaking.turn("Aria", "Three."));

    private final AtomicInteger sentencesSpoken = new AtomicInteger();
    private final AtomicBoolean onVirtualThread = new AtomicBoolean();
    private Instant now = DEADLINE.minusSeconds(60);
    private final EnginePool engines = new EnginePool(1);
    private final LocalVoiceProvider provider = new LocalVoiceProvider(
            engines,
            (samples, fromHz, toHz) -> {
                sentencesSpoken.incrementAndGet();
                onVirtualThread.set(Thread.currentThread().isVirtual());
                return new SincResampler().resample(samples, fromHz, toHz);
            },
            () -> now);

    @Test
    void theFirstTurnIsSpokenBeforeRenderReturnsAndNoOther() throws ProviderException {
        begin(THREE_TURNS).close();
        assertThat(sentencesSpoken).hasValue(1);
    }

    @Test
    void computesOnThreadsOfTheSystem() throws Exception {
        var spoken = new FutureTask<>(() -> {
            begin(THREE_TURNS).close();
            return sentencesSpoken.get();
        });
        Thread.ofVirtual().start(spoken);
        assertThat(spoken.get()).isEqualTo(1);
        assertThat(onVirtualThread).isFalse();
    }

    @Test
    void aTurnIsSpokenOnlyWhenItIsAskedFor() throws ProviderException {
        try (var stream = begin(THREE_TURNS)) {
            stream.next();
            assertThat(sentencesSpoken).hasValue(1);
            stream.next();
            assertThat(sentencesSpoken).hasValue(2);
        }
    }

    @Test
    void aLongTurnBeginsWithItsFirstSentence() throws ProviderException {
        String turn = "This is a sentence of a longer turn. ".repeat(100).strip();
        try (var stream = begin(Speaking.dialogue(Speaking.turn("Aria", turn)))) {
            assertThat(Objects.requireNonNull(stream.next()).bytes()).hasSizeLessThan(3 * 32_000);
        }
    }

    @Test
    void afterTheLastTurnThereIsNothingForEver() throws ProviderException {
        var stream = begin(THREE_TURNS);
        Speaking.drain(stream);
        assertThat(stream.next()).isNull();
        assertThat(stream.next()).isNull();
    }

    @Test
    void aClosedStreamNeverEndsQuietly() throws ProviderException {
        var stream = begin(THREE_TURNS);
        stream.close();
        stream.close();
        assertUnavailable(stream);
        assertUnavailable(stream);
    }

    @Test
    void afterTheDeadlineAStreamFails() throws ProviderException {
        var stream = begin(THREE_TURNS);
        AudioChunk first = stream.next();
        now = DEADLINE;
        assertThat(first).isNotNull();
        assertUnavailable(stream);
        assertUnavailable(stream);
    }

    @Test
    void afterTheDeadlineNothingBegins() {
        now = DEADLINE.plusSeconds(1);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> begin(THREE_TURNS))
                .satisfies(StreamingTest::costsNobodyAnything);
    }

    @Test
    void whoFindsEveryEngineBusyGivesUpAtTheDeadline() throws ProviderException {
        now = DEADLINE.minusMillis(20);
        engines.with(Duration.ofSeconds(1), busy -> {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> begin(THREE_TURNS))
                    .satisfies(StreamingTest::costsNobodyAnything);
            return busy;
        });
    }

    @Test
    void aClosedProviderRendersNothing() {
        provider.close();
        provider.close();
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> begin(THREE_TURNS))
                .satisfies(StreamingTest::costsNobodyAnything);
    }

    @Test
    void aVoiceOfAnotherProviderIsRejected() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> begin(Speaking.dialogue(Speaking.turn("nobody", "Hello."))))
                .satisfies(failed -> assertThat(failed.failure()).isInstanceOf(Failure.Rejected.class));
    }

    private AudioStream begin(RenderRequest request) throws ProviderException {
        return provider.render(request, new Attempt("attempt-1", DEADLINE));
    }

    private static void assertUnavailable(AudioStream stream) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(stream::next)
                .satisfies(StreamingTest::costsNobodyAnything);
    }

    private static void costsNobodyAnything(ProviderException failed) {
        assertThat(failed.failure())
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveRendered()).isFalse());
    }
}
