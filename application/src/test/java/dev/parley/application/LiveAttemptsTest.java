package dev.parley.application;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.stream.OnLeave;
import dev.parley.application.stream.RepeatGuard;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveAttemptsTest {

    private static final Failure TURNED_AWAY = Failure.Unavailable.notRendered("try later");
    private static final Failure UNKNOWN = new Failure.Unavailable("broke off");
    private static final IdempotencyKey REPEAT = new IdempotencyKey("acc_1", "repeats", "f00d", "f00d");

    private final World world = new World();

    @Test
    void whatWasNotRenderedIsAskedForAgainBeforeTheCallerHearsOfIt() {
        world.provider.failNextStart(TURNED_AWAY);

        assertThat(world.listen(World.order("Hello ", "world"))).isEqualTo("Hello world");

        assertThat(outcomes(world)).containsExactly(Outcome.NOT_RENDERED, Outcome.DELIVERED);
        assertThat(world.spent()).isEqualTo(Credits.parse("0.11"));
        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @Test
    void whatMayHaveBeenRenderedIsAskedForOnceMoreAndNeverAThirdTime() {
        world.provider.failNextStart(UNKNOWN);
        world.provider.failNextStart(UNKNOWN);

        assertRefused(() -> world.listen(World.order("Hello")));

        assertThat(outcomes(world)).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(onlyTask(world).state()).isInstanceOf(Failed.class);
        assertThat(world.spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void whatMayHaveBeenRenderedIsNotAskedForAgainWhereUnknownIsRefunded() {
        var refunding = new World(Limits.DEFAULT, Map.of("scripted", OnUnknown.REFUND));
        refunding.provider.failNextStart(UNKNOWN);

        assertRefused(() -> refunding.listen(World.order("Hello")));

        assertThat(outcomes(refunding)).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void nothingIsAskedForAgainOnceSomethingWasHeard() {
        world.provider.failAfterTurns = 1;

        assertRefused(() -> world.listen(World.order("Hello ", "world")));

        assertThat(world.provider.attempts).hasSize(1);
    }

    @Test
    void aWholeOrderThatBreaksInTheMiddleIsAskedForAgain() throws Exception {
        world.provider.failAfterTurns = 1;
        world.provider.onRender = attempt -> {
            if (attempt.id().endsWith("-2")) {
                world.provider.failAfterTurns = Integer.MAX_VALUE;
            }
        };

        try (var live = world.stream.open(world.caller, World.wholeOrder("Hello ", "world"), null)) {
            assertThat(requireNonNull(live.next()).segments()).hasSize(2);
            assertThat(live.next()).isNull();
        }

        var done = (Completed) onlyTask(world).state();
        try (var audio = world.store.audio().open(done.audio(), 0).orElseThrow()) {
            assertThat(audio.readAllBytes()).asString().isEqualTo("Hello world");
        }
        assertThat(outcomes(world)).containsExactly(Outcome.UNKNOWN, Outcome.DELIVERED);
    }

    @Test
    void aClientThatRepeatsAFailedRequestByItselfCausesNoThirdRendering() {
        world.provider.failNextStart(UNKNOWN);
        world.provider.failNextStart(UNKNOWN);

        for (int i = 0; i < 3; i++) {
            assertRefused(() -> world.listen(World.order("Hello"), REPEAT));
        }

        assertThat(world.provider.attempts).hasSize(2);
        assertThat(world.allTasks()).hasSize(1);
    }

    @Test
    void aPersonWhoTriesAgainLaterIsServed() {
        world.provider.failNextStart(UNKNOWN);
        world.provider.failNextStart(UNKNOWN);
        assertRefused(() -> world.listen(World.order("Hello"), REPEAT));

        world.now = world.now.plus(RepeatGuard.WINDOW);

        assertThat(world.listen(World.order("Hello"), REPEAT)).isEqualTo("Hello");
    }

    @Test
    void whatIsKnownNotToHaveBeenRenderedMayBeRepeatedAtOnce() {
        world.provider.failNextStart(TURNED_AWAY);
        world.provider.failNextStart(TURNED_AWAY);
        assertRefused(() -> world.listen(World.order("Hello"), REPEAT));

        assertThat(world.listen(World.order("Hello"), REPEAT)).isEqualTo("Hello");
    }

    @Test
    void aSuccessMayBeAskedForAgain() {
        world.listen(World.order("Hello"), REPEAT);
        world.listen(World.order("Hello"), REPEAT);

        assertThat(world.provider.attempts).hasSize(2);
    }

    @Test
    void aClientThatDoesNotWaitForTheFirstSoundCausesNoThirdRendering() {
        for (int i = 0; i < 2; i++) {
            leaveUnheard(world);
        }

        assertThatThrownBy(() -> world.listen(World.order("Hello"), REPEAT))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Conflict.class));
        assertThat(world.provider.attempts).hasSize(2);
    }

    @Test
    void whoeverHasHeardSomethingMayLeaveAndComeAgainAtOnce() {
        for (int i = 0; i < 4; i++) {
            try (var live = world.stream.open(world.caller, World.order("Hello ", "world"), null, REPEAT)) {
                live.next();
                live.leave();
            }
        }

        assertThat(world.provider.attempts).hasSize(4);
    }

    @Test
    void whoeverComesAgainHearsWhatWasFinishedForThemAndPaysOnce() {
        var patient = new World(OnLeave.FINISH);
        leaveUnheard(patient);

        assertThat(patient.listen(World.order("Hello"), REPEAT)).isEqualTo("Hello");

        assertThat(patient.provider.attempts).hasSize(1);
        assertThat(patient.spent()).isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void whoeverComesAgainWhileItIsFinishedIsToldToWait() {
        var patient = new World(OnLeave.FINISH);
        try (var live = patient.stream.open(patient.caller, World.order("Hello ", "world"), null, REPEAT)) {
            live.next();
            live.leave();
            assertThatThrownBy(() -> patient.stream.open(patient.caller, World.order("Hello ", "world"), null, REPEAT))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.StillRunning.class));
        }
        assertThat(patient.provider.attempts).hasSize(1);
    }

    @Test
    void whoeverLeavesWhileAWholeOrderIsMadeHasHeardNothingAndPaysNothing() {
        var blocked = new CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        try (var live = world.stream.open(world.caller, World.wholeOrder("Hello ", "world"), null)) {
            Thread.ofVirtual().start(() -> {
                awaitUnchecked(blocked);
                live.leave();
            });
            assertThatThrownBy(live::next).isInstanceOf(Refused.class);
        }

        assertThat(onlyTask(world).state()).isEqualTo(new Cancelled(Credits.NONE, world.now));
        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
    }

    private static void leaveUnheard(World world) {
        try (var live = world.stream.open(world.caller, World.order("Hello"), null, REPEAT)) {
            world.provider.onRender = _ -> live.leave();
            try {
                live.next();
            } catch (Refused refused) {
                assertThat(refused.refusal()).isInstanceOf(Refusal.TaskCancelled.class);
            }
        }
        world.provider.onRender = _ -> {};
    }

    @Test
    void whoeverLeavesBeforeTheFirstPieceNeverReachesTheProvider() {
        try (var live = world.stream.open(world.caller, World.order("Hello"), null)) {
            live.leave();
            assertThatThrownBy(live::next).isInstanceOf(Refused.class);
        }

        assertThat(world.provider.attempts).isEmpty();
        assertThat(onlyTask(world).state()).isEqualTo(new Cancelled(Credits.NONE, world.now));
    }

    @Test
    void whoeverLeavesWhileTheProviderBeginsIsNotWaitedFor() {
        var begun = new CountDownLatch(1);
        world.provider.onRender = _ -> {
            begun.countDown();
            sleepUntilInterrupted();
        };
        try (var live = world.stream.open(world.caller, World.order("Hello"), null)) {
            Thread.ofVirtual().start(() -> {
                awaitUnchecked(begun);
                live.leave();
            });
            assertThatThrownBy(live::next).isInstanceOf(Refused.class);
        }

        assertThat(onlyTask(world).state()).isEqualTo(new Cancelled(Credits.NONE, world.now));
        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
    }

    @Test
    void aStreamKeepsItsLeaseWhileItsProviderIsSlowToBegin() {
        world.provider.onRender = _ -> {
            for (int i = 0; i < 20; i++) {
                world.now = world.now.plusSeconds(5);
                world.leases.keep();
            }
        };

        assertThat(world.listen(World.order("Hello"))).isEqualTo("Hello");
        assertThat(world.spent()).isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void whatIsLeftIsFinishedAndPaidWhereTheOperatorWantsThat() throws Exception {
        var patient = new World(OnLeave.FINISH);
        try (var live = patient.stream.open(patient.caller, World.order("Hello ", "world"), null)) {
            live.next();
            live.leave();
        }

        var done = (Completed) onlyTask(patient).state();
        try (var audio = patient.store.audio().open(done.audio(), 0).orElseThrow()) {
            assertThat(audio.readAllBytes()).asString().isEqualTo("Hello world");
        }
        assertThat(patient.spent()).isEqualTo(Credits.parse("0.11"));
    }

    @Test
    void whatIsLeftAndCannotBeFinishedCostsNothing() {
        var patient = new World(OnLeave.FINISH);
        patient.provider.failAfterTurns = 1;
        try (var live = patient.stream.open(patient.caller, World.order("Hello ", "world"), null)) {
            live.next();
        }

        assertThat(onlyTask(patient).state()).isInstanceOf(Failed.class);
        assertThat(patient.available()).isEqualTo(Credits.ofWhole(100));
    }

    @Test
    void aGatewayThatStopsFinishesNothing() {
        var patient = new World(OnLeave.FINISH);
        try (var live = patient.stream.open(patient.caller, World.order("Hello ", "world"), null)) {
            live.next();
            patient.streams.breakOff();
        }

        assertThat(onlyTask(patient).state()).isInstanceOf(Failed.class);
        assertThat(patient.available()).isEqualTo(Credits.ofWhole(100));
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
    }

    private static List<Outcome> outcomes(World world) {
        return world.store.attempts().list(onlyTask(world).id()).stream()
                .map(AttemptRecord::ending)
                .map(ending -> ending == null ? null : ending.outcome())
                .toList();
    }

    private static Task onlyTask(World world) {
        var tasks = world.allTasks();
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static void sleepUntilInterrupted() {
        awaitUnchecked(new CountDownLatch(1));
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
