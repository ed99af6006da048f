package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.storage.MovingClock;
import dev.parley.adapters.storage.jdbc.FailingConnections;
import dev.parley.adapters.storage.jdbc.FailingConnections.Moment;
import dev.parley.adapters.storage.jdbc.queue.Flows.Flow;
import dev.parley.domain.ledger.Entry;
import dev.parley.ports.store.LedgerAudit;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fails the first call to the database, then the second, and so on until none is left: nothing is ever half stored. */
abstract class FailingCallsContract {
    private static final int CALLS_MAX = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final QueueLimits QUIET = new QueueLimits(1, 1, NEVER, NEVER);

    /** Whose connections may fail. */
    protected abstract QueueTables tables();

    @ParameterizedTest
    @EnumSource
    void aSubmitIsStoredWholeOrNotAtAll(Moment moment) {
        assertThat(callsUntilNoneFails(moment, Flows::submit)).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void anEndIsStoredWholeOrNotAtAll(Moment moment) {
        assertThat(callsUntilNoneFails(moment, Flows::finish)).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseIsStoredWholeOrNotAtAll(Moment moment) {
        assertThat(callsUntilNoneFails(moment, Flows::release)).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void theQueueBringsEveryTaskToOneEnd(Moment moment) {
        var clock = new MovingClock(NOON);
        var call = new AtomicInteger();
        try (var queue = tables().open(QUIET, clock)) {
            var current = new AtomicReference<>(new Flows(tables(), queue));
            queue.start(task ->
                    current.get().isOf(task) ? failingEnding(current.get(), call.get(), moment) : new Forgotten());
            boolean failed = true;
            while (failed) {
                assertThat(call.incrementAndGet()).isLessThan(CALLS_MAX);
                current.set(new Flows(tables(), queue));
                current.get().begin();
                failed = failsBeforeItIsOver(current.get(), queue, clock);
            }
        }
        assertThat(call).hasValueGreaterThan(10);
    }

    /** Fails the first time it is stored. */
    private Ending failingEnding(Flows flows, int call, Moment moment) {
        if (flows.handedOut++ == 0) {
            failing().failAt(call, moment);
        }
        return new Ending() {
            @Override
            public Next store() {
                return flows.isFinal() || flows.finished() ? new Next.Done() : new Next.Again(NOON);
            }

            @Override
            public void afterwards() {}
        };
    }

    /** Of a task that another test has left in the queue: what fails is to fail for this one's. */
    private record Forgotten() implements Ending {

        @Override
        public Next store() {
            return new Next.Done();
        }

        @Override
        public void afterwards() {}
    }

    private boolean failsBeforeItIsOver(Flows flows, TaskQueue queue, MovingClock clock) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!flows.isOver()) {
            assertThat(System.nanoTime()).as("this takes too long").isLessThan(end);
            clock.pass(PAUSE);
            queue.wake();
        }
        assertThat(flows.entries(Entry.Kind.CAPTURE)).isEqualTo(1);
        assertThat(tables().bean(LedgerAudit.class).audit().differences()).isEmpty();
        return failing().disarm();
    }

    private int callsUntilNoneFails(Moment moment, Function<Flows, Flow> kind) {
        try (var queue = tables().open(QUIET, new MovingClock(NOON))) {
            int call = 0;
            boolean failed = true;
            while (failed) {
                call++;
                assertThat(call).isLessThan(CALLS_MAX);
                failed = failsAt(call, moment, kind.apply(new Flows(tables(), queue)));
            }
            return call;
        }
    }

    private boolean failsAt(int call, Moment moment, Flow flow) {
        assertThat(flow.stored()).containsOnly(false);
        failing().failAt(call, moment);
        boolean threw = throwsAnything(flow);
        boolean failed = failing().disarm();

        assertThat(threw && !failed).isFalse();
        assertThat(flow.stored())
                .as("at call %s", call)
                .hasSameElementsAs(flow.stored().subList(0, 1));
        if (!flow.stored().getFirst()) {
            flow.run();
        }
        assertThat(flow.stored()).containsOnly(true);
        assertNothingIsLeftBehind();
        return failed;
    }

    private void assertNothingIsLeftBehind() {
        assertThat(tables().bean(LedgerAudit.class).audit().differences()).isEmpty();
        assertThat(tables().connectionsInUse()).isZero();
    }

    private static boolean throwsAnything(Flow flow) {
        try {
            flow.run();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private FailingConnections failing() {
        return tables().bean(FailingConnections.class);
    }
}
