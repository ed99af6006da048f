package dev.parley.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DoorbellsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Doorbells doorbells = new Doorbells(new byte[32], URI.create("https://gateway.example/parley/"));

    @Test
    void addressLiesBelowThePublicUrl() {
        assertThat(doorbells.address("task-1").orElseThrow().toString())
                .matches("https://gateway\\.example/parley/doorbells/task-1/[A-Za-z0-9_-]{43}");
    }

    @Test
    void withoutAPublicUrlThereIsNoAddress() {
        assertThat(new Doorbells(new byte[32], null).hang("task-1").address()).isEmpty();
    }

    @Test
    void anotherAttemptHasAnotherToken() {
        assertThat(token("task-1")).isNotEqualTo(token("task-2"));
    }

    @Test
    void anotherSecretHasAnotherToken() {
        var others = new Doorbells(new byte[] {1}, URI.create("https://gateway.example"));
        assertThat(others.ring("task-1", token("task-1"))).isFalse();
    }

    @Test
    void goodTokenIsAnsweredAlikeForAttemptsThatDoNotLive() {
        assertThat(doorbells.ring("task-1", token("task-1"))).isTrue();
    }

    @Test
    void wrongTokenWakesNobody() throws InterruptedException {
        var bell = doorbells.hang("task-1");
        assertThat(doorbells.ring("task-1", token("task-2"))).isFalse();
        long before = System.nanoTime();
        bell.await(Duration.ofMillis(20));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void ringWakesAllWhoWait() throws Exception {
        var bell = doorbells.hang("task-1");
        var waiting = Stream.generate(() -> new FutureTask<>(() -> {
                    bell.await(FOR_EVER);
                    return true;
                }))
                .limit(3)
                .toList();
        waiting.forEach(Thread::startVirtualThread);
        doorbells.ring("task-1", token("task-1"));
        for (var waiter : waiting) {
            assertThat(waiter.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ringBetweenTwoWaitsIsNotLost() {
        var bell = doorbells.hang("task-1");
        assertTimeoutPreemptively(SOON, () -> {
            bell.await(Duration.ofMillis(1));
            doorbells.ring("task-1", token("task-1"));
            bell.await(FOR_EVER);
        });
    }

    @Test
    void oneRingIsHeardOnce() throws InterruptedException {
        var bell = doorbells.hang("task-1");
        doorbells.ring("task-1", token("task-1"));
        bell.await(FOR_EVER);
        long before = System.nanoTime();
        bell.await(Duration.ofMillis(20));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void whoIsInterruptedWaitsNoMore() {
        var bell = doorbells.hang("task-1");
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> bell.await(FOR_EVER));
    }

    @Test
    void closedBellTakesNoOtherDown() {
        var first = doorbells.hang("task-1");
        var second = doorbells.hang("task-1");
        first.close();
        var woken = CompletableFuture.runAsync(() -> awaitFor(second));
        doorbells.ring("task-1", token("task-1"));
        assertThat(woken).succeedsWithin(SOON);
    }

    private static void awaitFor(Doorbells.Bell bell) {
        try {
            bell.await(FOR_EVER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token(String attempt) {
        String address = doorbells.address(attempt).orElseThrow().toString();
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
