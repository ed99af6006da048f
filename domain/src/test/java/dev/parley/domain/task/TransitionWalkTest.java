package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.AUDIO;
import static dev.parley.domain.task.TaskSamples.MISCONFIGURED;
import static dev.parley.domain.task.TaskSamples.NOT_RENDERED;
import static dev.parley.domain.task.TaskSamples.NOW;
import static dev.parley.domain.task.TaskSamples.REJECTED;
import static dev.parley.domain.task.TaskSamples.UNKNOWN;
import static dev.parley.domain.task.TaskSamples.kinds;
import static dev.parley.domain.task.TaskSamples.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Unavailable;
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
import dev.parley.domain.task.TaskEvent.Report;
import dev.parley.domain.task.TaskEvent.Resumed;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whatever happens to a task, in whatever order: each claim is tried on 6,000 walks of 40 steps, so on 240,000 steps. */
class TransitionWalkTest {
    private static final int WALKS = 6_000;
    private static final int STEPS = 40;

    record Step(TaskState before, TaskEvent event, TaskState after, List<Effect> effects) {}

    record Walk(RetryPolicy retries, List<Step> steps) {

        static Walk of(RetryPolicy retries, double jitter, List<TaskEvent> events) {
            List<Step> steps = new ArrayList<>();
            TaskState state = new Pending(0, 0, NOW);
            for (TaskEvent event : events) {
                var transition = Transition.next(state, event, retries, jitter);
                steps.add(new Step(state, event, transition.state(), transition.effects()));
                state = transition.state();
            }
            return new Walk(retries, steps);
        }
    }

    @Property(tries = WALKS)
    void finalStateIsNeverLeft(@ForAll("walks") Walk walk) {
        assertThat(walk.steps())
                .filteredOn(step -> step.before() instanceof Final)
                .allMatch(step -> step.after().equals(step.before()));
    }

    @Property(tries = WALKS)
    void holdIsSettledOnceIfAndOnlyIfTheTaskHasEnded(@ForAll("walks") Walk walk) {
        long settled = 0;
        for (Step step : walk.steps()) {
            settled += step.effects().stream()
                    .filter(effect -> !(effect instanceof Notify))
                    .count();
            assertThat(settled).as("%s", step).isEqualTo(step.after() instanceof Final ? 1 : 0);
        }
    }

    @Property(tries = WALKS)
    void settlementAndItsOneNoticeAreAsTheFinalStateSays(@ForAll("walks") Walk walk) {
        assertThat(walk.steps())
                .filteredOn(step -> !step.effects().isEmpty())
                .allSatisfy(step -> assertThat(step.effects()).containsExactly(settlement(step), notice(step.after())));
    }

    @Property(tries = WALKS)
    void providerIsPaidAtMostAsOftenAsThePolicyAllows(@ForAll("walks") Walk walk) {
        long mayHaveRendered = walk.steps().stream()
                .filter(TransitionWalkTest::endsAnAttemptThatMayHaveRendered)
                .count();
        assertThat(mayHaveRendered)
                .isLessThanOrEqualTo(
                        switch (walk.retries().onUnknown()) {
                            case REFUND -> 1;
                            case REDISPATCH_ONCE -> 2;
                        });
    }

    @Property(tries = WALKS)
    void nobodyWaitsLongerThanADayNorUntilAnEarlierTime(@ForAll("walks") Walk walk) {
        for (Step step : walk.steps()) {
            if (step.before() instanceof Processing && step.after() instanceof Pending waiting) {
                assertThat(Duration.between(at(step.event()), waiting.notBefore()))
                        .isBetween(Duration.ZERO, Duration.ofDays(1));
            }
        }
    }

    @Property(tries = WALKS)
    void reportWithAStaleTokenChangesNothing(@ForAll("walks") Walk walk) {
        assertThat(walk.steps())
                .filteredOn(step -> step.before() instanceof Processing(var _, var _, Lease lease)
                        && step.event() instanceof Report report
                        && !report.token().equals(lease.token()))
                .allMatch(step ->
                        step.after().equals(step.before()) && step.effects().isEmpty());
    }

    @Property(tries = WALKS)
    void attemptsCountTheirBeginningsAndNeverExceedTheMost(@ForAll("walks") Walk walk) {
        int claims = 0;
        for (Step step : walk.steps()) {
            claims += beginsAnAttempt(step) ? 1 : 0;
            int counted = claims;
            assertThat(claims).isLessThanOrEqualTo(walk.retries().attemptsMax());
            switch (step.after()) {
                case Pending(int attempts, var _, var _) -> assertThat(attempts).isEqualTo(counted);
                case Processing(int attempts, var _, var _) ->
                    assertThat(attempts).isEqualTo(counted);
                case Final _ -> {}
            }
        }
    }

    @Property(tries = WALKS)
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyEventMeetsEveryState(@ForAll("walks") Walk walk) {
        assertThat(walk.steps()).hasSize(STEPS);
        walk.steps()
                .forEach(step -> Statistics.collect(
                        step.before().getClass(), step.event().getClass()));
        Statistics.coverage(pairs -> kinds(TaskState.class)
                .forEach(state -> kinds(TaskEvent.class)
                        .forEach(event -> pairs.check(state, event).count(seen -> seen > 0))));
    }

    /** All but those that are known not to have: turned away, or never begun. */
    private static boolean endsAnAttemptThatMayHaveRendered(Step step) {
        if (!(step.before() instanceof Processing(var _, var _, Lease lease))) {
            return false;
        }
        return switch (step.event()) {
            case Claimed _, Resumed _ -> false;
            case LeaseExpired _, CancelRequested _ -> true;
            case AttemptFailed(String token, Failure failure, var _) ->
                token.equals(lease.token()) && failure instanceof Unavailable(var _, boolean may) && may;
            case AttemptReplaced(String token, Failure failure, var _, var _, var _) ->
                token.equals(lease.token()) && failure instanceof Unavailable(var _, boolean may) && may;
            case Report report -> report.token().equals(lease.token());
        };
    }

    private static boolean beginsAnAttempt(Step step) {
        return switch (step.event()) {
            case Claimed _ -> step.before() instanceof Pending;
            case AttemptReplaced(String token, var _, var _, var _, var _) ->
                step.before() instanceof Processing(var _, var _, Lease lease)
                        && token.equals(lease.token())
                        && step.after() instanceof Processing;
            default -> false;
        };
    }

    private static Instant at(TaskEvent event) {
        return switch (event) {
            case LeaseExpired(Instant at) -> at;
            case AttemptFailed(var _, var _, Instant at) -> at;
            case Claimed _, Resumed _, CancelRequested _, Finished _, Abandoned _, AttemptReplaced _ ->
                throw new AssertionError("no attempt is followed by a wait for " + event);
        };
    }

    private static Effect notice(TaskState ended) {
        return new Notify(
                switch (ended) {
                    case Completed _ -> EventType.TASK_COMPLETED;
                    case Failed _ -> EventType.TASK_FAILED;
                    case Cancelled _ -> EventType.TASK_CANCELLED;
                    case Pending _, Processing _ -> throw new AssertionError("told before its end: " + ended);
                });
    }

    private static Effect settlement(Step step) {
        return switch (step.after()) {
            case Completed(var _, Credits cost, var _, var _) -> settlement(cost);
            case Cancelled(Credits cost, var _) -> settlement(cost);
            case Failed _ -> step.event() instanceof LeaseExpired ? new Expire() : new Release();
            case Pending _, Processing _ -> throw new AssertionError("settled before its end: " + step);
        };
    }

    private static Effect settlement(Credits cost) {
        return cost.micros() == 0 ? new Release() : new Capture(cost);
    }

    @Provide
    static Arbitrary<Walk> walks() {
        var retries = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 86_400).map(Duration::ofSeconds),
                        Arbitraries.of(OnUnknown.class))
                .as(RetryPolicy::new);
        var jitters = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(retries, jitters, events().list().ofSize(STEPS))
                .as(Walk::of)
                .withoutEdgeCases();
    }

    /** Three tokens, so that two reports in three are stale. */
    private static Arbitrary<TaskEvent> events() {
        var tokens = Arbitraries.of("a", "b", "c");
        var times = Arbitraries.integers().between(0, 3600).map(NOW::plusSeconds);
        var costs = Arbitraries.longs().between(0, 3).map(Credits::new);
        var failures = Arbitraries.of(
                NOT_RENDERED,
                NOT_RENDERED,
                UNKNOWN,
                throttled(Duration.ofSeconds(30)),
                throttled(Duration.ofHours(24)),
                throttled(Duration.ofHours(-24)),
                throttled(Duration.ofDays(400)),
                REJECTED,
                MISCONFIGURED);
        return Arbitraries.frequencyOf(
                Tuple.of(8, Combinators.combine(tokens, times).as((token, at) -> new Claimed(new Lease(token, at)))),
                Tuple.of(2, Combinators.combine(tokens, times).as((token, at) -> new Resumed(new Lease(token, at)))),
                Tuple.of(1, times.map(CancelRequested::new)),
                Tuple.of(4, times.map(LeaseExpired::new)),
                Tuple.of(
                        2,
                        Combinators.combine(tokens, costs, times)
                                .as((token, cost, at) -> new Finished(token, AUDIO, cost, at))),
                Tuple.of(6, Combinators.combine(tokens, failures, times).as(AttemptFailed::new)),
                Tuple.of(
                        3,
                        Combinators.combine(tokens, failures, tokens, times)
                                .as((token, failure, next, at) ->
                                        new AttemptReplaced(token, failure, new Lease(next, at), at))),
                Tuple.of(2, Combinators.combine(tokens, costs, times).as(Abandoned::new)));
    }
}
