package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.work.Breakers;
import dev.parley.application.work.Health;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
import dev.parley.domain.task.TaskState.Pending;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a provider that fails is spared, and what callers are told meanwhile. */
@Timeout(30)
class ResilienceTest {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aProviderThatFailsIsLeftAlone() {
        failStreams(20);

        assertThat(world.provider.attempts).hasSize(10);
        assertThat(world.breakers.health("scripted").state()).isEqualTo(Health.State.RESTING);
    }

    @Test
    void aRestingProviderIsAskedOnceWhetherItIsWell() {
        failStreams(20);
        world.now = world.now.plus(Breakers.REST);

        failStreams(5);

        assertThat(world.provider.attempts).hasSize(11);
    }

    @Test
    void aWellProviderIsAskedAgain() throws Exception {
        failStreams(10);
        world.now = world.now.plus(Breakers.REST);
        world.provider.forgetFailures();
        world.worker.start();

        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.await(task, Completed.class::isInstance);

        assertThat(world.breakers.health("scripted").state()).isEqualTo(Health.State.WELL);
    }

    @Test
    void noCreditsAreHeldForAProviderThatIsLeftAlone() {
        failStreams(10);
        int stored = world.allTasks().size();

        assertThatThrownBy(() -> world.stream.open(world.caller, World.order("Hello"), null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        assertThat(world.allTasks()).hasSize(stored);
    }

    @Test
    void aTaskWaitsWithoutAnAttemptWhileItsProviderIsLeftAlone() throws Exception {
        failStreams(10);
        int asked = world.provider.attempts.size();
        world.worker.start();
        var task = world.submit.submit(world.caller, World.order("Hello"));
        world.provider.forgetFailures();

        awaitEnd(task);

        assertThat(world.provider.attempts).hasSize(asked + 1);
        assertThat(world.store.attempts().list(task.id())).hasSize(1);
    }

    @Test
    void aRejectionSaysNothingAgainstTheProvider() {
        for (int i = 0; i < 30; i++) {
            world.provider.failNextStart(new Failure.Rejected("prohibited"));
            assertThatThrownBy(() -> world.listen(World.order("Hello"))).isInstanceOf(Refused.class);
        }

        assertThat(world.breakers.health("scripted").state()).isEqualTo(Health.State.WELL);
    }

    @Test
    void retriesAreATenthOfFirstAttempts() throws Exception {
        var throttled = new Failure.Throttled("slow down", Duration.ZERO);
        Stream.generate(() -> throttled).limit(1000).forEach(world.provider::failNextStart);
        world.worker.start();
        int tasks = 100;
        for (int i = 0; i < tasks; i++) {
            var task = world.submit.submit(world.caller, World.order("Hello"));
            awaitEnd(task);
        }

        assertThat(world.provider.attempts).hasSizeBetween(tasks, tasks + 10 + tasks / 10);
        assertThat(world.allTasks()).allMatch(task -> task.state() instanceof Failed);
        assertThat(world.held().micros()).isZero();
    }

    private void awaitEnd(Task task) throws Exception {
        while (!(world.read.task(world.caller, task.id().toString()).state() instanceof Final)) {
            world.await(task, state -> state instanceof Final || isWaiting(state));
            world.now = world.now.plusSeconds(10);
            world.stores.queue().wake();
        }
    }

    private static boolean isWaiting(TaskState state) {
        return state instanceof Pending;
    }

    private void failStreams(int times) {
        for (int i = 0; i < times; i++) {
            world.provider.failNextStart(new Failure.Misconfigured("down"));
            assertThatThrownBy(() -> world.listen(World.order("Hello"))).isInstanceOf(Refused.class);
        }
    }
}
