package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.AUDIO;
import static dev.parley.domain.task.TaskSamples.COST;
import static dev.parley.domain.task.TaskSamples.CUT_SHORT;
import static dev.parley.domain.task.TaskSamples.LEASE;
import static dev.parley.domain.task.TaskSamples.MISCONFIGURED;
import static dev.parley.domain.task.TaskSamples.NOW;
import static dev.parley.domain.task.TaskSamples.PAUSE;
import static dev.parley.domain.task.TaskSamples.REJECTED;
import static dev.parley.domain.task.TaskSamples.THREE_ATTEMPTS;
import static dev.parley.domain.task.TaskSamples.UNAVAILABLE;
import static dev.parley.domain.task.TaskSamples.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Effect.Capture;
import dev.parley.domain.task.Effect.Release;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {
    private static final TaskState PENDING = new Pending(1, NOW);
    private static final TaskState PROCESSING = new Processing(1, LEASE);
    private static final TaskState LAST_ATTEMPT = new Processing(3, LEASE);
    private static final Instant AFTER_PAUSE = NOW.plus(PAUSE);

    static Stream<Arguments> steps() {
        return Stream.of(
                arguments(PENDING, new Claimed(LEASE), new Processing(2, LEASE), List.of()),
                arguments(PENDING, new CancelRequested(NOW), new Cancelled(Credits.NONE, NOW), List.of(new Release())),
                arguments(PROCESSING, finished(COST), new Completed(AUDIO, COST, NOW), List.of(new Capture(COST))),
                arguments(
                        PROCESSING,
                        finished(Credits.NONE),
                        new Completed(AUDIO, Credits.NONE, NOW),
                        List.of(new Release())),
                arguments(PROCESSING, abandoned(COST), new Cancelled(COST, NOW), List.of(new Capture(COST))),
                arguments(
                        PROCESSING, abandoned(Credits.NONE), new Cancelled(Credits.NONE, NOW), List.of(new Release())),
                arguments(
                        PROCESSING, new CancelRequested(NOW), new Cancelled(Credits.NONE, NOW), List.of(new Release())),
                arguments(PROCESSING, failed(REJECTED), new Failed(REJECTED, NOW), List.of(new Release())),
                arguments(PROCESSING, failed(MISCONFIGURED), new Failed(MISCONFIGURED, NOW), List.of(new Release())),
                arguments(PROCESSING, failed(UNAVAILABLE), new Pending(1, AFTER_PAUSE), List.of()),
                arguments(PROCESSING, failed(throttled(PAUSE)), new Pending(1, AFTER_PAUSE), List.of()),
                arguments(PROCESSING, new LeaseExpired(NOW), new Pending(1, AFTER_PAUSE), List.of()),
                arguments(LAST_ATTEMPT, failed(UNAVAILABLE), new Failed(UNAVAILABLE, NOW), List.of(new Release())),
                arguments(
                        LAST_ATTEMPT,
                        failed(throttled(PAUSE)),
                        new Failed(throttled(PAUSE), NOW),
                        List.of(new Release())),
                arguments(LAST_ATTEMPT, new LeaseExpired(NOW), new Failed(CUT_SHORT, NOW), List.of(new Release())),
                arguments(LAST_ATTEMPT, finished(COST), new Completed(AUDIO, COST, NOW), List.of(new Capture(COST))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eventLeadsTo(TaskState state, TaskEvent event, TaskState next, List<Effect> effects) {
        assertThat(Transition.next(state, event, THREE_ATTEMPTS)).isEqualTo(new Transition(next, effects));
    }

    static Stream<Arguments> eventsThatComeTooLate() {
        var stale = "stale";
        return Stream.of(
                arguments(PENDING, finished(COST)),
                arguments(PENDING, failed(REJECTED)),
                arguments(PENDING, abandoned(COST)),
                arguments(PENDING, new LeaseExpired(NOW)),
                arguments(PROCESSING, new Claimed(new Lease("another", NOW))),
                arguments(PROCESSING, new Finished(stale, AUDIO, COST, NOW)),
                arguments(PROCESSING, new AttemptFailed(stale, REJECTED, NOW)),
                arguments(PROCESSING, new Abandoned(stale, COST, NOW)),
                arguments(new Completed(AUDIO, COST, NOW), new CancelRequested(NOW)),
                arguments(new Completed(AUDIO, COST, NOW), finished(COST)),
                arguments(new Failed(REJECTED, NOW), new Claimed(LEASE)),
                arguments(new Failed(REJECTED, NOW), finished(COST)),
                arguments(new Cancelled(Credits.NONE, NOW), finished(COST)),
                arguments(new Cancelled(Credits.NONE, NOW), new LeaseExpired(NOW)));
    }

    @ParameterizedTest
    @MethodSource("eventsThatComeTooLate")
    void lateEventChangesNothing(TaskState state, TaskEvent event) {
        assertThat(Transition.next(state, event, THREE_ATTEMPTS)).isEqualTo(new Transition(state, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT9.999S, PT10S", "PT10.001S, PT10.001S", "PT30S, PT30S", "PT24H, PT24H", "PT-5S, PT10S"
    })
    void throttledTaskWaitsTheLongerOfPauseAndRetryAfter(Duration retryAfter, Duration waited) {
        assertThat(Transition.next(PROCESSING, failed(throttled(retryAfter)), THREE_ATTEMPTS)
                        .state())
                .isEqualTo(new Pending(1, NOW.plus(waited)));
    }

    @ParameterizedTest
    @CsvSource({"PT24H0.001S", "PT100000H", "PT2562047788015215H"})
    void providerThatAsksForMoreThanADayIsNotWaitedFor(Duration retryAfter) {
        var failure = throttled(retryAfter);
        assertThat(Transition.next(PROCESSING, failed(failure), THREE_ATTEMPTS))
                .isEqualTo(new Transition(new Failed(failure, NOW), List.of(new Release())));
    }

    @Test
    void secondPauseIsTwiceTheFirst() {
        assertThat(Transition.next(new Processing(2, LEASE), new LeaseExpired(NOW), THREE_ATTEMPTS)
                        .state())
                .isEqualTo(new Pending(2, NOW.plus(PAUSE).plus(PAUSE)));
    }

    @Test
    void liveStreamThatBreaksIsNotAttemptedAgain() {
        assertThat(Transition.next(PROCESSING, failed(UNAVAILABLE), RetryPolicy.ONCE)
                        .state())
                .isEqualTo(new Failed(UNAVAILABLE, NOW));
    }

    private static TaskEvent finished(Credits cost) {
        return new Finished("current", AUDIO, cost, NOW);
    }

    private static TaskEvent failed(Failure failure) {
        return new AttemptFailed("current", failure, NOW);
    }

    private static TaskEvent abandoned(Credits cost) {
        return new Abandoned("current", cost, NOW);
    }
}
