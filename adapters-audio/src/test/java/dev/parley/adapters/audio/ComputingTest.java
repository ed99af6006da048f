package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class ComputingTest {

    @Test
    void isOnThreadsOfTheSystem() throws Exception {
        var waited = new FutureTask<>(
                () -> Computing.await(() -> Thread.currentThread().isVirtual()));
        Thread.ofVirtual().start(waited);
        assertThat(waited.get()).isFalse();
    }

    @Test
    void failsAsTheWorkDoes() {
        var failure = new IOException("broken");
        assertThatThrownBy(() -> Computing.await(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void isNotInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(Computing.await(() -> "done")).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
