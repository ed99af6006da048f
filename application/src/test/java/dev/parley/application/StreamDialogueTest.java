package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.stream.OrderStream;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamDialogueTest {

    private static final Credits ALL = Credits.ofWhole(100);

    private final World world = new World();

    @Test
    void whatIsHeardIsStoredAndPaid() throws Exception {
        var heard = new ByteArrayOutputStream();
        try (var live = open("Hello ", "world")) {
            assertThat(world.held()).isEqualTo(Credits.parse("0.11"));
            for (var chunk = live.next(); chunk != null; chunk = live.next()) {
                heard.write(chunk.bytes());
            }
        }

        var done = (Completed) state();
        assertThat(heard).hasToString("Hello world");
        try (var audio = world.store.audio().open(done.audio(), 0).orElseThrow()) {
            assertThat(audio.readAllBytes()).isEqualTo(heard.toByteArray());
        }
        assertThat(world.spent()).isEqualTo(done.cost()).isEqualTo(Credits.parse("0.11"));
        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @Test
    void leavingBeforeAnyAudioCostsNothing() {
        open("Hello ", "world").close();

        assertThat(state()).isEqualTo(new Cancelled(Credits.NONE, world.now));
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void leavingInTheMiddleCostsTheTurnsBegun() {
        try (var live = open("Hello ", "world")) {
            live.next();
        }

        assertThat(state()).isEqualTo(new Cancelled(Credits.parse("0.06"), world.now));
        assertThat(world.spent()).isEqualTo(Credits.parse("0.06"));
        assertThat(world.held()).isEqualTo(Credits.NONE);
        assertThat(world.provider.closedStreams).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void aProviderThatBreaksInTheMiddleCostsNothing() {
        world.provider.failAfterTurns = 1;
        try (var live = open("Hello ", "world")) {
            live.next();
            assertThatThrownBy(live::next)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        }

        assertThat(state()).isInstanceOf(Failed.class);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void aProviderThatBreaksItsContractInTheMiddleCostsNothing() {
        world.provider.bugAfterTurns = 1;
        try (var live = open("Hello ", "world")) {
            live.next();
            assertThatThrownBy(live::next)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        }

        assertThat(state()).isInstanceOf(Failed.class);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void aProviderThatCannotStartCostsNothing() {
        world.provider.failNextStart(new Failure.Rejected("prohibited"));

        assertThatThrownBy(() -> world.listen(World.order("Hello")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.RejectedUpstream("prohibited")));
        assertThat(state()).isInstanceOf(Failed.class);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void theProviderIsAskedWhileTheHoldIsWrittenAndNobodyHearsBefore() throws Exception {
        var asked = new java.util.concurrent.CountDownLatch(1);
        var written = new java.util.concurrent.CountDownLatch(1);
        world.provider.onRender = _ -> asked.countDown();
        world.disk = () -> awaitUnchecked(written);
        var heard = new java.util.concurrent.FutureTask<>(() -> {
            try (var live = open("Hello")) {
                return live.next();
            }
        });
        Thread.ofVirtual().start(heard);

        awaitUnchecked(asked);
        assertThat(heard).isNotDone();

        written.countDown();
        assertThat(heard.get().bytes()).isNotEmpty();
    }

    @Test
    void nobodyIsToldOfATaskBeforeItIsWritten() throws Exception {
        var writing = new java.util.concurrent.CountDownLatch(1);
        var written = new java.util.concurrent.CountDownLatch(1);
        world.disk = () -> {
            writing.countDown();
            awaitUnchecked(written);
        };
        var told = new java.util.concurrent.FutureTask<>(() -> {
            try (var live = open("Hello")) {
                return live.task().id();
            }
        });
        Thread.ofVirtual().start(told);

        awaitUnchecked(writing);
        assertThat(told).isNotDone();

        written.countDown();
        assertThat(told.get()).isEqualTo(world.allTasks().getFirst().id());
    }

    @Test
    void whatCannotBeWrittenIsHeardByNobodyAndCostsNothing() {
        world.disk = () -> {
            throw new IllegalStateException("the disk is full");
        };
        try (var live = open("Hello")) {
            assertThatThrownBy(live::next)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
            world.disk = () -> {};
        }

        assertThat(world.allTasks()).isEmpty();
        assertThat(world.available()).isEqualTo(ALL);
        assertThat(world.provider.closedStreams).hasValueGreaterThanOrEqualTo(1);
        assertThat(world.streams.open(world.caller.account())).isZero();
    }

    @Test
    void leavingFromAnotherThreadWakesTheReader() throws Exception {
        var blocked = new java.util.concurrent.CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        try (var live = open("Hello ", "world")) {
            live.next();
            Thread.ofVirtual().start(() -> {
                awaitUnchecked(blocked);
                live.leave();
            });
            assertThatThrownBy(live::next).isInstanceOf(Refused.class);
        }

        assertThat(world.spent()).isEqualTo(Credits.parse("0.06"));
    }

    @Test
    void cancellingTheTaskEndsTheStreamAndCostsWhatWasHeard() throws Exception {
        var blocked = new java.util.concurrent.CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        try (var live = open("Hello ", "world")) {
            live.next();
            Thread.ofVirtual().start(() -> {
                awaitUnchecked(blocked);
                world.cancel.cancel(world.caller, live.task().id().toString());
            });
            assertThatThrownBy(live::next)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TaskCancelled.class));
        }

        assertThat(state()).isEqualTo(new Cancelled(Credits.parse("0.06"), world.now));
        assertThat(world.spent()).isEqualTo(Credits.parse("0.06"));
    }

    @Test
    void aGatewayThatStopsBreaksOffAtItsOwnCost() throws Exception {
        var blocked = new java.util.concurrent.CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        try (var live = open("Hello ", "world")) {
            live.next();
            Thread.ofVirtual().start(() -> {
                awaitUnchecked(blocked);
                world.streams.breakOff();
            });
            assertThatThrownBy(live::next)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        }

        assertThat(state()).isInstanceOf(Failed.class);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void aGatewayThatStopsBreaksOffWhatHasNotBegun() {
        world.provider.onRender = _ -> {
            world.streams.breakOff();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            throw new IllegalStateException("interrupted");
        };

        assertThatThrownBy(() -> world.listen(World.order("Hello")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        assertThat(world.available()).isEqualTo(ALL);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aGatewayThatStopsWhileTheCallerDoesNotReadPaysToo() {
        try (var live = open("Hello ", "world")) {
            live.next();
            world.streams.breakOff();
        }

        assertThat(state()).isInstanceOf(Failed.class);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void closingTwiceSettlesOnce() {
        var live = open("Hello ", "world");
        live.next();
        live.close();
        live.close();

        assertThat(world.store.ledger().entries(world.caller.account(), null, 100))
                .hasSize(4);
        assertThat(world.available().plus(world.spent())).isEqualTo(ALL);
    }

    @Test
    void noMoreStreamsThanTheLimit() {
        var small = new World(World.limits(10, 1));
        try (var _ = small.stream.open(small.caller, World.order("one"), null)) {
            assertThatThrownBy(() -> small.stream.open(small.caller, World.order("two"), null))
                    .isInstanceOf(Refused.class);
        }
        small.stream.open(small.caller, World.order("three"), null).close();

        assertThat(small.allTasks()).as("the refused one is not stored").hasSize(2);
    }

    @Test
    void whoHasHeardTheEndMayComeAgainAtOnce() {
        var small = new World(World.limits(10, 1));
        try (var live = small.stream.open(small.caller, World.order("one"), null)) {
            while (live.next() != null) {
                assertThat(live.task().state()).isInstanceOf(TaskState.Processing.class);
            }
            small.stream.open(small.caller, World.order("two"), null).close();
        }

        assertThat(small.allTasks()).hasSize(2);
    }

    @Test
    void oneAccountDoesNotTakeEveryStream() {
        var small = new World(World.limits(10, 4));
        var other = new Caller("acc_2", "key_2");
        small.store.ledger().grant(other.account(), Credits.ofWhole(100), "test", small.now);
        try (var _ = small.stream.open(small.caller, World.order("one"), null);
                var _ = small.stream.open(small.caller, World.order("two"), null)) {
            assertThatThrownBy(() -> small.stream.open(small.caller, World.order("three"), null))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TooMany.class));
            small.stream.open(other, World.order("four"), null).close();
        }
        small.stream.open(small.caller, World.order("five"), null).close();

        assertThat(small.allTasks()).as("the refused one is not stored").hasSize(3);
    }

    private OrderStream open(String... texts) {
        return world.stream.open(world.caller, World.order(texts), null);
    }

    private TaskState state() {
        return world.allTasks().getFirst().state();
    }

    private static void awaitUnchecked(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
