package dev.parley.application.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.webhook.Callback;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TellProgressTest {

    private static final URI HOOK = URI.create("https://a.example/hook");

    private final Newsroom room = new Newsroom();
    private final Set<UUID> running = new CopyOnWriteArraySet<>();
    private final TellProgress progress =
            new TellProgress(() -> running, room.store.tasks(), room.letters, room.courier, room.clock);

    @Test
    void itIsToldAtTheStartAndEveryTwelveSeconds() {
        var task = rendered(true);
        for (int second = 0; second <= 25; second++) {
            tell();
            room.now = room.now.plusSeconds(1);
        }

        assertThat(room.receivers.calls)
                .extracting(call -> Duration.between(Newsroom.NOON, call.at()).toSeconds())
                .containsExactly(0L, 12L, 24L);
        assertThat(room.receivers.calls).extracting(Call::id).doesNotHaveDuplicates();
        assertThat(room.receivers.calls).extracting(Call::body).containsOnly("native:task.processing:" + task.id());
        assertThat(room.deliveries()).as("nothing of it is kept").isEmpty();
    }

    @Test
    void whoWantsOnlyTheEndHearsNothingElse() {
        rendered(false);
        tell();

        assertThat(room.receivers.calls).isEmpty();
    }

    @Test
    void aFailureIsNotTriedAgain() {
        room.receivers.at("a.example", (_, _) -> Receivers.BROKEN);
        rendered(true);
        tell();
        room.now = room.now.plusSeconds(6);
        tell();

        assertThat(room.receivers.calls).hasSize(1);
    }

    @Test
    void nothingIsToldOnceTheTaskHasEnded() {
        var task = rendered(true);
        var due = progress.due();
        room.ended(task);
        due.forEach(Runnable::run);

        assertThat(room.receivers.calls).isEmpty();
    }

    @Test
    void theEndWaitsForWhatIsBeingTold() throws Exception {
        var told = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        room.receivers.at("a.example", (_, _) -> {
            told.countDown();
            await(answer);
            return Receivers.WELL;
        });
        var task = rendered(true);
        progress.due().forEach(Thread::startVirtualThread);
        told.await();
        var end = Thread.startVirtualThread(() -> progress.fallSilent(task.id()));
        running.clear();
        assertThat(progress.due()).isEmpty();
        assertThat(end.isAlive()).isTrue();

        answer.countDown();
        end.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        progress.due().forEach(Runnable::run);
    }

    private Task rendered(boolean everyStep) {
        var task = room.task(new Callback(HOOK, TaskShape.NATIVE, everyStep));
        running.add(task.id());
        return room.move.moveLatest(task, new Claimed(new Lease("token", room.now.plusSeconds(900))));
    }
}
