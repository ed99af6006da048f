package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.storage.Crew;
import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.jdbc.SharedPostgres;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.TaskState.Cancelled;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresTaskQueueTest extends JdbcTaskQueueContract {
    private static final int POOL_SIZE = 10;

    private static QueueTables tables;

    @BeforeAll
    static void open() {
        tables = new QueueTables(StorageProperties.postgres(SharedPostgres.newDatabase(), null, null, POOL_SIZE));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Override
    protected QueueTables tables() {
        return tables;
    }

    @Test
    void aTaskOfALivingProcessIsLeftToItUntilItsHeartbeatsStop() {
        var queue = queue(2, 2);
        var crew = crew(queue);
        var taken = submitted(queue, ACCOUNT);
        takeAsSomebodyElse();
        queue.start(crew);
        var free = submitted(queue, ACCOUNT);
        queue.wake();
        assertThat(crew.next()).isEqualTo(free);

        clock.pass(Duration.ofSeconds(1));

        assertThat(crew.next()).isEqualTo(taken);
    }

    @Test
    void aPlaceNeverWaitsForATaskThatSomebodyIsEnding() throws Exception {
        var queue = queue(1, 1);
        var first = submitted(queue, ACCOUNT);
        var ending = task(submitted(queue, ACCOUNT));
        var next = submitted(queue, ACCOUNT);
        var locked = new CountDownLatch(1);
        var advanced = new CountDownLatch(1);
        var cancel = CompletableFuture.runAsync(
                () -> transactions().run(() -> {
                    tasks().save(ending.in(new Cancelled(Credits.NONE, clock.instant())));
                    locked.countDown();
                    return awaited(advanced);
                }),
                Thread::startVirtualThread);
        locked.await();

        CompletableFuture.runAsync(
                        () -> transactions().run(() -> {
                            tasks().save(task(first).in(new Cancelled(Credits.NONE, clock.instant())));
                            queue.advance(ACCOUNT, clock.instant());
                            return true;
                        }),
                        Thread::startVirtualThread)
                .get(10, TimeUnit.SECONDS);
        advanced.countDown();
        cancel.get(10, TimeUnit.SECONDS);

        var crew = crew(queue).letEnd(3);
        queue.start(crew);
        assertThat(crew.next(2)).containsExactly(first, next);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void processesShareTheTasksAndNoneIsWorkedOnTwice() {
        var first = queue(10, 3);
        var second = queue(10, 3);
        var tasks = submitted(first, ACCOUNT, 60);
        var started = new CopyOnWriteArrayList<>();
        first.start(new Crew(id -> {
                    started.add(id);
                    return completion(first, id);
                })
                .letEnd(60));
        second.start(new Crew(id -> {
                    started.add(id);
                    return completion(second, id);
                })
                .letEnd(60));

        IntStream.range(0, 60).forEach(_ -> {
            second.wake();
            nextEnded();
        });

        assertThat(started).hasSize(60);
        assertThat(new HashSet<>(started)).containsExactlyInAnyOrderElementsOf(tasks);
    }
}
