package dev.parley.adapters.proxies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.proxies.attempt.Vigil;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class VigilTest {

    private static final Duration PAUSE = Duration.ofSeconds(7);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final TestBell bell = new TestBell();
    private final Vigil vigil =
            new Vigil(new Attempt("task-1", TestBell.START.plusSeconds(60), Receipt.NONE, bell), "acme", bell);

    @Test
    void whereNothingRingsThePauseIsWaited() throws Exception {
        vigil.rest(PAUSE, LEAST);
        assertThat(bell.waits).containsExactly(PAUSE);
    }

    @Test
    void ringEndsTheWait() throws Exception {
        bell.ringEvery(Duration.ofSeconds(3));
        vigil.rest(PAUSE, LEAST);
        assertThat(bell.waits).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void ringThatComesTooSoonWaitsForTheFloor() throws Exception {
        bell.ringEvery(Duration.ofMillis(300));
        vigil.rest(PAUSE, LEAST);
        assertThat(bell.instant()).isEqualTo(TestBell.START.plus(LEAST));
    }

    @Test
    void atTheDeadlineNobodyWaitsOn() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> vigil.rest(Duration.ofMinutes(5), LEAST))
                .satisfies(e -> assertThat(e.failure())
                        .isEqualTo(new Failure.Unavailable("the job at acme was not done in time")));
        assertThat(bell.instant()).isEqualTo(TestBell.START.plusSeconds(60));
    }

    @Test
    void whoIsInterruptedWaitsNoMore() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> vigil.rest(PAUSE, LEAST));
    }
}
