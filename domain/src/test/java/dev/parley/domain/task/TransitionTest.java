package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.AUDIO;
import static dev.parley.domain.task.TaskSamples.COST;
import static dev.parley.domain.task.TaskSamples.CUT_SHORT;
import static dev.parley.domain.task.TaskSamples.LEASE;
import static dev.parley.domain.task.TaskSamples.MISCONFIGURED;
import static dev.parley.domain.task.TaskSamples.NOT_RENDERED;
import static dev.parley.domain.task.TaskSamples.NOW;
import static dev.parley.domain.task.TaskSamples.PAUSE;
import static dev.parley.domain.task.TaskSamples.REFUNDING;
import static dev.parley.domain.task.TaskSamples.REJECTED;
import static dev.parley.domain.task.TaskSamples.THREE_ATTEMPTS;
import static dev.parley.domain.task.TaskSamples.UNKNOWN;
import static dev.parley.domain.task.TaskSamples.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Effect.Capture;
import dev.parley.domain.task.Effect.Expire;
import dev.parley.domain.task.Effect.Notify;
import dev.parley.domain.task.Effect.Release;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.AttemptReplaced;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskEvent.Resumed;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
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
    private static final TaskState PENDING = new Pending(1, 0, NOW);
    private static final TaskState PROCESSING = new Processing(1, 0, LEASE);
    private static final TaskState SECOND_UNKNOWN = new Processing(2, 1, LEASE);
    private static final TaskState LAST_ATTEMPT = new Processing(3, 0, LEASE);
    private static final Instant AFTER_PAUSE = NOW.plus(PAUSE);
    private static final Lease SUCCESSOR = new Lease("successor", NOW.plusSeconds(90));

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments(failed(NOT_RENDERED), PROCESSING, new Pending(1, 0, AFTER_PAUSE)),
                arguments(failed(NOT_RENDERED), SECOND_UNKNOWN, new Pending(2, 1, AFTER_PAUSE.plus(PAUSE))),
                arguments(failed(throttled(PAUSE)), PROCESSING, new Pending(1, 0, AFTER_PAUSE.plus(PAUSE))),
                arguments(failed(throttled(Duration.ZERO)), SECOND_UNKNOWN, new Pending(2, 1, AFTER_PAUSE.plus(PAUSE))),
                arguments(failed(UNKNOWN), PROCESSING, new Pending(1, 1, AFTER_PAUSE)),
                arguments(new LeaseExpired(NOW), PROCESSING, new Pending(1, 1, AFTER_PAUSE)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void failedAttemptIsFollowedByAWait(TaskEvent event, TaskState state, TaskState next) {
        assertThat(next(state, event)).isEqualTo(new Transition(next, List.of()));
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(PROCESSING, finished(COST), new Completed(AUDIO, COST, NOW), new Capture(COST)),
                arguments(LAST_ATTEMPT, finished(COST), new Completed(AUDIO, COST, NOW), new Capture(COST)),
                arguments(SECOND_UNKNOWN, finished(COST), new Completed(AUDIO, COST, NOW), new Capture(COST)),
                arguments(PROCESSING, finished(Credits.NONE), new Completed(AUDIO, Credits.NONE, NOW), new Release()),
                arguments(PROCESSING, abandoned(COST), new Cancelled(COST, NOW), new Capture(COST)),
                arguments(PROCESSING, abandoned(Credits.NONE), new Cancelled(Credits.NONE, NOW), new Release()),
                arguments(PENDING, new CancelRequested(NOW), new Cancelled(Credits.NONE, NOW), new Release()),
                arguments(PROCESSING, new CancelRequested(NOW), new Cancelled(Credits.NONE, NOW), new Release()),
                arguments(PROCESSING, failed(REJECTED), new Failed(REJECTED, NOW), new Release()),
                arguments(PROCESSING, failed(MISCONFIGURED), new Failed(MISCONFIGURED, NOW), new Release()),
                arguments(LAST_ATTEMPT, failed(NOT_RENDERED), new Failed(NOT_RENDERED, NOW), new Release()),
                arguments(LAST_ATTEMPT, failed(UNKNOWN), new Failed(UNKNOWN, NOW), new Release()),
                arguments(LAST_ATTEMPT, failed(throttled(PAUSE)), new Failed(throttled(PAUSE), NOW), new Release()),
                arguments(LAST_ATTEMPT, new LeaseExpired(NOW), new Failed(CUT_SHORT, NOW), new Expire()),
                arguments(SECOND_UNKNOWN, failed(UNKNOWN), new Failed(UNKNOWN, NOW), new Release()),
                arguments(SECOND_UNKNOWN, new LeaseExpired(NOW), new Failed(CUT_SHORT, NOW), new Expire()));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void lastStepSettlesTheHoldAndNotifies(TaskState state, TaskEvent event, Final end, Effect settlement) {
        assertThat(next(state, event)).isEqualTo(new Transition(end, List.of(settlement, notice(end))));
    }

    @Test
    void claimBeginsTheNextAttempt() {
        assertThat(next(new Pending(1, 1, NOW), new Claimed(LEASE)))
                .isEqualTo(new Transition(new Processing(2, 1, LEASE), List.of()));
    }

    @Test
    void resumedAttemptChangesHandsAndIsNotCountedAgain() {
        assertThat(next(SECOND_UNKNOWN, new Resumed(SUCCESSOR)))
                .isEqualTo(new Transition(new Processing(2, 1, SUCCESSOR), List.of()));
    }

    @Test
    void workerWhoseAttemptWasResumedReportsInVain() {
        var resumed = next(PROCESSING, new Resumed(SUCCESSOR)).state();
        assertThat(next(resumed, finished(COST))).isEqualTo(new Transition(resumed, List.of()));
    }

    static Stream<Arguments> refunds() {
        return Stream.of(
                arguments(failed(UNKNOWN), new Failed(UNKNOWN, NOW), new Release()),
                arguments(new LeaseExpired(NOW), new Failed(CUT_SHORT, NOW), new Expire()));
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void unknownOutcomeIsRefundedWhereThePolicySaysSo(TaskEvent event, Final end, Effect refund) {
        assertThat(Transition.next(PROCESSING, event, REFUNDING, 1))
                .isEqualTo(new Transition(end, List.of(refund, notice(end))));
    }

    @Test
    void knownFailureIsTriedAgainWhereUnknownOnesAreRefunded() {
        assertThat(Transition.next(PROCESSING, failed(NOT_RENDERED), REFUNDING, 1)
                        .state())
                .isEqualTo(new Pending(1, 0, AFTER_PAUSE));
    }

    static Stream<Arguments> eventsThatComeTooLate() {
        var stale = "stale";
        return Stream.of(
                arguments(PENDING, finished(COST)),
                arguments(PENDING, failed(REJECTED)),
                arguments(PENDING, abandoned(COST)),
                arguments(PENDING, new LeaseExpired(NOW)),
                arguments(PENDING, new Resumed(SUCCESSOR)),
                arguments(PROCESSING, new Claimed(SUCCESSOR)),
                arguments(PROCESSING, new Finished(stale, AUDIO, COST, NOW)),
                arguments(PROCESSING, new AttemptFailed(stale, REJECTED, NOW)),
                arguments(PROCESSING, new Abandoned(stale, COST, NOW)),
                arguments(new Completed(AUDIO, COST, NOW), new CancelRequested(NOW)),
                arguments(new Completed(AUDIO, COST, NOW), finished(COST)),
                arguments(new Completed(AUDIO, COST, NOW), new Resumed(SUCCESSOR)),
                arguments(new Failed(REJECTED, NOW), new Claimed(LEASE)),
                arguments(new Failed(REJECTED, NOW), finished(COST)),
                arguments(new Cancelled(Credits.NONE, NOW), finished(COST)),
                arguments(new Cancelled(Credits.NONE, NOW), new LeaseExpired(NOW)));
    }

    @ParameterizedTest
    @MethodSource("eventsThatComeTooLate")
    void lateEventChangesNothing(TaskState state, TaskEvent event) {
        assertThat(next(state, event)).isEqualTo(new Transition(state, List.of()));
    }

    /** The pause is 10 s: all of it comes after what the provider asks for, so that those told the same time do not meet. */
    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT0.001S, PT10.001S", "PT30S, PT40S", "PT23H59M50S, PT24H"})
    void throttledTaskWaitsAsLongAsToldAndThePauseBesides(Duration retryAfter, Duration waited) {
        assertThat(next(PROCESSING, failed(throttled(retryAfter))).state())
                .isEqualTo(new Pending(1, 0, NOW.plus(waited)));
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M50.001S", "PT24H"})
    void throttledTaskWaitsADayAtMost(Duration retryAfter) {
        assertThat(next(PROCESSING, failed(throttled(retryAfter))).state())
                .isEqualTo(new Pending(1, 0, NOW.plus(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @CsvSource({"PT-0.001S", "PT-5S", "PT-2562047788015215H"})
    void waitThatEndedBeforeItBeganIsNone(Duration retryAfter) {
        assertThat(next(PROCESSING, failed(throttled(retryAfter))).state()).isEqualTo(new Pending(1, 0, AFTER_PAUSE));
    }

    @ParameterizedTest
    @CsvSource({"PT24H0.001S", "PT100000H", "PT2562047788015215H"})
    void providerThatAsksForMoreThanADayIsNotWaitedFor(Duration retryAfter) {
        var failure = throttled(retryAfter);
        assertThat(next(PROCESSING, failed(failure)).state()).isEqualTo(new Failed(failure, NOW));
    }

    @Test
    void jitterShortensThePauseAndNotWhatTheProviderAsksFor() {
        assertThat(Transition.next(PROCESSING, failed(throttled(Duration.ofSeconds(30))), THREE_ATTEMPTS, 0.5)
                        .state())
                .isEqualTo(new Pending(1, 0, NOW.plusSeconds(35)));
    }

    @Test
    void secondPauseIsTwiceTheFirst() {
        assertThat(next(new Processing(2, 0, LEASE), failed(NOT_RENDERED)).state())
                .isEqualTo(new Pending(2, 0, NOW.plus(PAUSE).plus(PAUSE)));
    }

    static Stream<Failure> breaks() {
        return Stream.of(NOT_RENDERED, UNKNOWN, throttled(Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void liveStreamThatBreaksIsNotAttemptedAgain(Failure failure) {
        assertThat(Transition.next(
                                PROCESSING,
                                failed(failure),
                                THREE_ATTEMPTS.live().exhausted(),
                                1)
                        .state())
                .isEqualTo(new Failed(failure, NOW));
    }

    static Stream<Arguments> replacements() {
        var next = new Lease("next", NOW.plusSeconds(60));
        return Stream.of(
                arguments(PROCESSING, NOT_RENDERED, new Processing(2, 0, next)),
                arguments(PROCESSING, UNKNOWN, new Processing(2, 1, next)),
                arguments(PROCESSING, REJECTED, new Failed(REJECTED, NOW)),
                arguments(PROCESSING, MISCONFIGURED, new Failed(MISCONFIGURED, NOW)),
                arguments(PROCESSING, throttled(Duration.ZERO), new Failed(throttled(Duration.ZERO), NOW)),
                arguments(new Processing(2, 0, LEASE), NOT_RENDERED, new Failed(NOT_RENDERED, NOW)));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void liveStreamOfWhichNothingWasHeardIsAttemptedOnceMore(TaskState state, Failure failure, TaskState after) {
        var replaced = new AttemptReplaced(LEASE.token(), failure, new Lease("next", NOW.plusSeconds(60)), NOW);
        assertThat(Transition.next(state, replaced, THREE_ATTEMPTS.live(), 1).state())
                .isEqualTo(after);
    }

    @Test
    void liveStreamOfUnknownOutcomeFailsWhereUnknownIsRefunded() {
        var replaced = new AttemptReplaced(LEASE.token(), UNKNOWN, LEASE, NOW);
        var refunding = THREE_ATTEMPTS.with(OnUnknown.REFUND).live();
        assertThat(Transition.next(PROCESSING, replaced, refunding, 1).state()).isEqualTo(new Failed(UNKNOWN, NOW));
    }

    @Test
    void exhaustedPolicyEndsTheTaskWithTheAttempt() {
        assertThat(Transition.next(PROCESSING, failed(NOT_RENDERED), THREE_ATTEMPTS.exhausted(), 1)
                        .state())
                .isEqualTo(new Failed(NOT_RENDERED, NOW));
    }

    private static Transition next(TaskState state, TaskEvent event) {
        return Transition.next(state, event, THREE_ATTEMPTS, 1);
    }

    private static Effect notice(Final end) {
        return new Notify(
                switch (end) {
                    case Completed _ -> EventType.TASK_COMPLETED;
                    case Failed _ -> EventType.TASK_FAILED;
                    case Cancelled _ -> EventType.TASK_CANCELLED;
                });
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
