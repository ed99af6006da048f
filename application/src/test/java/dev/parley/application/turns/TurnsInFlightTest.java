package dev.parley.application.turns;

import static dev.parley.application.turns.Stage.SOON;
import static dev.parley.application.turns.Stage.dialogue;
import static dev.parley.application.turns.Stage.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.application.turns.SpeechOnly.Answer;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How turns are spoken at the same time, and how they end together. */
final class TurnsInFlightTest {

    private final Stage stage = new Stage(new Joining(3, Duration.ofMillis(300)));

    @Test
    void soManyTurnsAreSpokenAtOnceAndNoMore() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var threeMore = new CyclicBarrier(3);
        stage.provider.answer((_, attempt, hummed) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            // The first has ended by the time that the fourth begins.
            if (Set.of("task-1-turn-2", "task-1-turn-3", "task-1-turn-4").contains(attempt.id())) {
                meet(threeMore);
            }
            return new Watched(hummed, running);
        });
        assertThat(stage.hear(dialogue(8)).turns()).hasSize(8);
        assertThat(most).hasValue(3);
    }

    @Test
    void turnsAreHeardInOrderHoweverTheyArrive() throws Exception {
        var secondHasBegun = new CountDownLatch(1);
        stage.provider.answer((_, attempt, hummed) -> {
            if (attempt.id().endsWith("-2")) {
                assertThat(secondHasBegun.await(SOON.toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
            }
            if (attempt.id().endsWith("-3")) {
                secondHasBegun.countDown();
            }
            return hummed;
        });
        var request = dialogue(
                SpeechOnly.PLAIN,
                AudioFormat.PCM_24000,
                turn("one", SpeechOnly.LOUD),
                turn("two 2", SpeechOnly.LOUD),
                turn("three 3", SpeechOnly.LOUD));
        assertThat(stage.hear(request).turns())
                .containsExactly(List.of(0L, 180L), List.of(480L, 780L), List.of(1080L, 1500L));
    }

    @Test
    void nobodySpeaksFarAheadOfTheReader() throws Exception {
        var request = dialogue(
                SpeechOnly.PLAIN,
                AudioFormat.PCM_24000,
                turn("x".repeat(1000), SpeechOnly.LOUD),
                turn("y".repeat(1000), SpeechOnly.LOUD));
        try (var stream = stage.begin(request)) {
            int tenSeconds = 10_000 / HummedStream.CHARACTER_MILLIS;
            eventually(() -> stage.provider.streams.size() == 2
                    && stage.provider.streams.getLast().chunksRead.get() >= tenSeconds);
            assertThat(stream.next()).isNotNull();
            assertThat(stage.provider.streams)
                    .allSatisfy(turn -> assertThat(turn.chunksRead).hasValueLessThanOrEqualTo(tenSeconds + 3));
        }
    }

    @Test
    void providerWithOnePlaceIsNeverWaitedForByTheTurnThatHoldsIt() throws Exception {
        var thirdHasEnded = new CountDownLatch(1);
        stage.provider.answer((_, attempt, hummed) -> {
            if (attempt.id().endsWith("-2")) {
                assertThat(thirdHasEnded.await(SOON.toMillis(), TimeUnit.MILLISECONDS))
                        .as("the third gives its place to the second")
                        .isTrue();
            }
            return attempt.id().endsWith("-3") ? new Ending(hummed, thirdHasEnded) : hummed;
        });
        var request = dialogue(
                SpeechOnly.PLAIN,
                AudioFormat.PCM_24000,
                turn("one", SpeechOnly.LOUD),
                turn("two", SpeechOnly.LOUD),
                turn("x".repeat(400), SpeechOnly.LOUD));
        assertThat(stage.hear(request).turns()).hasSize(3);
    }

    @Test
    void failureInTheMiddleEndsAllTurnsAndMayHaveBeenPaidFor() {
        stage.provider.answer((_, attempt, hummed) -> {
            if (attempt.id().contains("-turn-3")) {
                throw new ProviderException(Failure.Unavailable.notRendered("no line"));
            }
            return hummed;
        });
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> stage.hear(dialogue(8)))
                .extracting(ProviderException::failure)
                .isEqualTo(new Failure.Unavailable("no line", true));
        eventually(() -> stage.provider.streams.stream()
                .filter(turn -> turn.chunksRead.get() > 0)
                .allMatch(turn -> turn.closed));
        assertThat(stage.provider.asked).hasSizeLessThan(8);
    }

    @Test
    void laterTurnThatWasNotRenderedIsAskedForOnceMoreAndNoOther() throws Exception {
        stage.provider.answer((_, attempt, hummed) -> {
            if (attempt.id().endsWith("-turn-3")) {
                throw new ProviderException(Failure.Unavailable.notRendered("no line"));
            }
            return hummed;
        });
        assertThat(stage.hear(dialogue(4)).turns()).hasSize(4);
        assertThat(stage.provider.asked).hasSize(5);
    }

    @Test
    void whatTheProviderSaysToTheFirstTurnIsPassedOn() {
        var throttled = new Failure.Throttled("slowly", Duration.ofSeconds(7));
        stage.provider.answer((_, _, _) -> {
            throw new ProviderException(throttled);
        });
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> stage.hear(dialogue(8)))
                .extracting(ProviderException::failure)
                .isEqualTo(throttled);
        assertThat(stage.provider.asked).hasSize(1);
    }

    @Test
    void laterTurnThatIsThrottledIsAskedForAgain() throws Exception {
        var times = new AtomicInteger();
        stage.provider.answer((_, attempt, hummed) -> {
            if (attempt.id().contains("-turn-2") && times.incrementAndGet() < 3) {
                throw new ProviderException(new Failure.Throttled("slowly", Duration.ofMillis(1)));
            }
            return hummed;
        });
        assertThat(stage.hear(dialogue(2)).turns()).hasSize(2);
        assertThat(stage.provider.attempts)
                .extracting(Attempt::id)
                .containsExactly("task-1-turn-1", "task-1-turn-2", "task-1-turn-2-2", "task-1-turn-2-3");
    }

    @Test
    void brokenTurnIsNoQuietEnd() {
        stage.provider.answer((_, attempt, hummed) -> attempt.id().endsWith("-2") ? new Torn(hummed) : hummed);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> stage.hear(dialogue(3)))
                .withMessageContaining("broke down");
    }

    @Test
    void closeStopsAllTurnsAtOnceAlsoThoseThatHaveNotBegun() throws Exception {
        var waiting = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        stage.provider.answer(blocking("-3", waiting, interrupted));
        try (var stream = stage.begin(dialogue(8))) {
            assertThat(stream.next()).isNotNull();
            assertThat(waiting.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        }
        assertThat(interrupted.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        // All but the one that was never handed over.
        eventually(() ->
                stage.provider.streams.stream().filter(turn -> turn.closed).count()
                        == stage.provider.streams.size() - 1);
    }

    @Test
    void closeWakesAReaderThatWaitsForATurn() throws Exception {
        var waiting = new CountDownLatch(1);
        stage.provider.answer(blocking("-2", waiting, new CountDownLatch(1)));
        var stream = stage.begin(dialogue(2));
        Thread.startVirtualThread(() -> {
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            stream.close();
        });
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> {
                    while (stream.next() != null) {
                        Thread.onSpinWait();
                    }
                }));
    }

    private static Answer blocking(String turn, CountDownLatch waiting, CountDownLatch interrupted) {
        return (_, attempt, hummed) -> {
            if (attempt.id().endsWith(turn)) {
                waiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            }
            return hummed;
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("they were not spoken at once", e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        assertTimeoutPreemptively(SOON, () -> {
            while (!holds.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }

    /** Says when it is over. */
    private record Watched(AudioStream source, AtomicInteger running) implements AudioStream {
        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            var chunk = source.next();
            if (chunk == null) {
                running.decrementAndGet();
            }
            return chunk;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Says when it has been read. */
    private record Ending(AudioStream source, CountDownLatch ended) implements AudioStream {
        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            var chunk = source.next();
            if (chunk == null) {
                ended.countDown();
            }
            return chunk;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** A plugin that breaks its contract. */
    private record Torn(AudioStream source) implements AudioStream {
        @Override
        public AudioChunk next() {
            throw new IllegalStateException("a plugin's mistake");
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
