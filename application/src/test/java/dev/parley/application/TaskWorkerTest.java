package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TaskWorkerTest {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aTaskEndsAsStoredAudioAtTheQuotedPrice() throws Exception {
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello ", "world"));

        var done = (Completed) world.await(task, Completed.class::isInstance).state();

        assertThat(done.cost()).isEqualTo(task.quote().price());
        assertThat(world.spent()).isEqualTo(done.cost());
        assertThat(world.held()).isEqualTo(Credits.NONE);
        try (var audio = world.store.audio().open(done.audio(), 0).orElseThrow()) {
            assertThat(audio.readAllBytes()).asString().isEqualTo("Hello world");
        }
    }

    @Test
    void aRejectedTaskFailsAtOnceAndCostsNothing() throws Exception {
        world.provider.failNextStart(new Failure.Rejected("prohibited content"));
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));

        var failed = (Failed) world.await(task, Failed.class::isInstance).state();

        assertThat(failed.failure()).isEqualTo(new Failure.Rejected("prohibited content"));
        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
        assertThat(world.provider.attempts).hasSize(1);
    }

    @Test
    void anUnavailableProviderIsTriedAgainAfterThePause() throws Exception {
        world.provider.failNextStart(Failure.Unavailable.notRendered("down"));
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));

        world.await(
                task,
                state -> state instanceof Pending(int attempts, var _, var notBefore)
                        && attempts == 1
                        && notBefore.equals(world.now.plusMillis(1999)));
        world.now = world.now.plusSeconds(2);
        world.await(task, Completed.class::isInstance);

        assertThat(world.provider.attempts)
                .extracting("id")
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void audioThatBreaksOffIsNeverStoredAsAWhole() throws Exception {
        world.provider.failAfterTurns = 1;
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello ", "world"));

        world.await(task, state -> state instanceof Pending(int attempts, var _, var _) && attempts == 1);

        world.worker.close(); // Else it would try again when the time has come, and store that.
        world.now = world.now.plus(Duration.ofDays(2));
        assertThat(world.store.audio().deleteOlderThan(world.now))
                .as("audio left behind")
                .isZero();
        assertThat(world.provider.closedStreams).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void cancellingARunningTaskStopsTheProviderAndRefunds() throws Exception {
        var blocked = new CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello ", "world"));
        blocked.await();

        var cancelled = world.cancel.cancel(world.caller, task.id().toString());
        world.close(); // The rendering has ended, or this would wait for it.

        assertThat(cancelled.state()).isEqualTo(new Cancelled(Credits.NONE, world.now));
        assertThat(world.provider.closedStreams).hasValueGreaterThanOrEqualTo(1);
        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
        assertThat(world.read.task(world.caller, task.id().toString()).state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void cancellingAWaitingTaskRefunds() {
        var task = world.submit.submit(world.caller, World.order("Hello"));

        world.cancel.cancel(world.caller, task.id().toString());

        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
    }

    @Test
    void cancellingAFinishedTaskChangesNothing() throws Exception {
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.await(task, Completed.class::isInstance);

        var after = world.cancel.cancel(world.caller, task.id().toString());

        assertThat(after.state()).isInstanceOf(Completed.class);
        assertThat(world.spent()).isEqualTo(task.quote().price());
    }
}
