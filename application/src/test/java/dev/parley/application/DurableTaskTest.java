package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.ports.provider.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a task whose worker dies, and of the attempt that nobody can tell the end of. */
@Timeout(20)
class DurableTaskTest {

    private static final Credits ALL = Credits.ofWhole(100);

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void anAttemptIsStoredBeforeTheProviderHearsOfIt() throws Exception {
        List<Optional<AttemptRecord>> seen = new ArrayList<>();
        world.provider.onRender = _ ->
                seen.add(world.store.attempts().open(world.allTasks().getFirst().id()));
        world.worker.start();

        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.await(task, Completed.class::isInstance);

        assertThat(seen).singleElement().satisfies(open -> assertThat(open).isPresent());
        assertThat(outcomes(task)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void anAttemptWhoseWorkerDiedIsMadeAgainOnce() throws Exception {
        var task = claimedByTheDead();

        world.worker.start();
        world.await(task, Pending.class::isInstance);
        world.now = world.now.plusSeconds(2);
        world.await(task, Completed.class::isInstance);

        assertThat(outcomes(task)).containsExactly(Outcome.UNKNOWN, Outcome.DELIVERED);
        assertThat(world.provider.attempts).as("calls after the crash").hasSize(1);
        assertThat(world.spent()).isEqualTo(task.quote().price());
    }

    @Test
    void aSecondUnknownOutcomeIsRefunded() throws Exception {
        world.provider.failNextStart(new Failure.Unavailable("timed out"));
        var task = claimedByTheDead();

        world.worker.start();
        world.await(task, Pending.class::isInstance);
        world.now = world.now.plusSeconds(2);
        world.await(task, Failed.class::isInstance);

        assertThat(outcomes(task)).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void theOperatorMayPreferTheRefund() throws Exception {
        var refunding = new World(Limits.DEFAULT, Map.of("scripted", OnUnknown.REFUND));
        refunding.provider.failNextStart(new Failure.Unavailable("timed out"));
        refunding.worker.start();

        var task = refunding.submit.submit(refunding.caller, World.order("Hello"));
        refunding.await(task, Failed.class::isInstance);

        assertThat(refunding.provider.attempts).hasSize(1);
        assertThat(refunding.available()).isEqualTo(ALL);
        refunding.close();
    }

    @Test
    void aProviderThatKeptItsIdIsAskedForTheSameAttempt() throws Exception {
        var task = claimedByTheDead();
        world.store.attempts().note(task.id(), "job-1");

        world.worker.start();
        world.await(task, Completed.class::isInstance);

        assertThat(world.provider.attempts)
                .singleElement()
                .satisfies(again -> assertThat(again.receipt().upstreamId()).contains("job-1"))
                .extracting(Attempt::id)
                .isEqualTo(task.id() + "-1");
        assertThat(outcomes(task)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void anAttemptHasItsTimeHoweverOftenItIsResumed() throws Exception {
        var task = claimedByTheDead();
        world.store.attempts().note(task.id(), "job-1");
        world.now = world.now.plus(world.limits.attemptTimeout());

        world.worker.start();
        world.await(task, Pending.class::isInstance);

        assertThat(outcomes(task)).containsExactly(Outcome.UNKNOWN);
        assertThat(world.provider.attempts).isEmpty();
    }

    @Test
    void whatAProviderKeepsIsStoredAtOnce() throws Exception {
        List<String> kept = new ArrayList<>();
        world.provider.onRender = attempt -> {
            attempt.receipt().keep("job-7");
            kept.add(world.lastAttempt(world.allTasks().getFirst()).upstreamId());
        };
        world.worker.start();

        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.await(task, Completed.class::isInstance);

        assertThat(kept).containsExactly("job-7");
        assertThat(world.lastAttempt(task).upstreamId()).isEqualTo("job-7");
    }

    @Test
    void anAttemptOfACancelledTaskEndsAsWasted() throws Exception {
        var blocked = new CountDownLatch(1);
        world.provider.blockAfterFirstTurn = blocked;
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello ", "world"));
        blocked.await();

        world.cancel.cancel(world.caller, task.id().toString());
        world.close();

        assertThat(world.lastAttempt(task).ending()).isNotNull();
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void aStoppingGatewayHandsBackWhatDoesNotEnd() throws Exception {
        var impatient = new World(World.stoppingWithin(Duration.ofMillis(500)));
        var blocked = new CountDownLatch(1);
        impatient.provider.blockAfterFirstTurn = blocked;
        impatient.worker.start();
        var task = impatient.submit.submit(impatient.caller, World.order("Hello ", "world"));
        blocked.await();

        impatient.close();

        assertThat(impatient.read.task(impatient.caller, task.id().toString()).state())
                .isInstanceOf(Pending.class);
        assertThat(impatient.held()).isEqualTo(task.quote().price());
    }

    @Test
    void aStoppingGatewayHandsBackWhatNoProviderHasBegun() throws Exception {
        var impatient = new World(World.stoppingWithin(Duration.ofMillis(500)));
        var blocked = new CountDownLatch(1);
        impatient.provider.onRender = _ -> blockUntilInterrupted(blocked);
        impatient.worker.start();
        var task = impatient.submit.submit(impatient.caller, World.order("Hello"));
        blocked.await();

        impatient.close();

        assertThat(impatient.read.task(impatient.caller, task.id().toString()).state())
                .isInstanceOf(Pending.class);
        assertThat(impatient.lastAttempt(task).ending()).isNotNull();
    }

    @Test
    void aCancelledTaskThatNoProviderHasBegunKeepsNoWorker() throws Exception {
        var blocked = new CountDownLatch(1);
        world.provider.onRender = _ -> blockUntilInterrupted(blocked);
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));
        blocked.await();

        world.cancel.cancel(world.caller, task.id().toString());
        world.close();

        assertThat(world.lastAttempt(task).ending()).isNotNull();
        assertThat(world.available()).isEqualTo(ALL);
    }

    @Test
    void everyEndIsToldOnce() throws Exception {
        world.worker.start();
        var done = world.submit.submit(world.caller, World.order("Hello"));
        world.await(done, Completed.class::isInstance);
        world.provider.failNextStart(new Failure.Rejected("no"));
        var failed = world.submit.submit(world.caller, World.order("Hello"));
        world.await(failed, Failed.class::isInstance);

        assertThat(world.store.outbox().list(world.caller.account(), 10))
                .extracting(event -> event.task() + " " + event.type())
                .containsExactly(done.id() + " task.completed", failed.id() + " task.failed");
    }

    @Test
    void whatIsRefundedIsNoLongerSpent() throws Exception {
        world.provider.failNextStart(new Failure.Rejected("no"));
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.await(task, Failed.class::isInstance);

        assertThat(world.store.spending().spent(world.caller.key(), world.now).values())
                .allMatch(Credits.NONE::equals);
    }

    private static void blockUntilInterrupted(CountDownLatch blocked) {
        blocked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if another process had begun it and died before it heard anything. */
    private Task claimedByTheDead() {
        var task = world.submit.submit(world.caller, World.order("Hello"));
        var lease = new Lease("dead", world.now.plus(world.limits.attemptTimeout()));
        return world.move.move(task, new Claimed(lease)).orElseThrow();
    }

    private List<Outcome> outcomes(Task task) {
        return world.store.attempts().list(task.id()).stream()
                .map(attempt -> Objects.requireNonNull(attempt.ending()).outcome())
                .toList();
    }
}
