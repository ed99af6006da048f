package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the number of places is learnt. */
class GateTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final Gate gate = new Gate(new UpstreamKey("main", "sk", 1, 4));

    @Test
    void itStartsWithWhatTheOperatorSays() {
        assertThat(gate.limit()).isEqualTo(4);
    }

    @Test
    void theUpstreamsWordCounts() {
        gate.learn(15);
        assertThat(gate.limit()).isEqualTo(15);
        gate.learn(3);
        assertThat(gate.limit()).isEqualTo(3);
    }

    @Test
    void tooManyHalveIt() {
        gate.learn(10);
        gate.crowded(START, Duration.ZERO, START.plusSeconds(1));
        assertThat(gate.limit()).isEqualTo(5);
    }

    @Test
    void requestsRefusedTogetherCountOnce() {
        gate.learn(10);
        gate.crowded(START, Duration.ZERO, START.plusSeconds(1));
        gate.crowded(START, Duration.ZERO, START.plusSeconds(2));
        assertThat(gate.limit()).isEqualTo(5);
        gate.crowded(START.plusSeconds(3), Duration.ZERO, START.plusSeconds(4));
        assertThat(gate.limit()).isEqualTo(2);
    }

    @Test
    void onePlaceIsAlwaysLeft() {
        for (int i = 0; i < 10; i++) {
            gate.crowded(START.plusSeconds(i), Duration.ZERO, START.plusSeconds(i));
        }
        assertThat(gate.limit()).isEqualTo(1);
    }

    @Test
    void itGrowsByOneForEachRoundThatWentWell() {
        gate.learn(10);
        gate.crowded(START, Duration.ZERO, START);
        for (int i = 0; i < 5; i++) {
            gate.wentWell();
        }
        assertThat(gate.limit()).isEqualTo(6);
        for (int i = 0; i < 100; i++) {
            gate.wentWell();
        }
        assertThat(gate.limit()).isEqualTo(10);
    }

    @Test
    void whileItGrowsTheUpstreamsWordIsNoLeap() {
        gate.learn(10);
        gate.crowded(START, Duration.ZERO, START);
        gate.learn(10);
        assertThat(gate.limit()).isEqualTo(5);
    }

    @Test
    void itIsShutForAsLongAsTheUpstreamSays() {
        gate.crowded(START, Duration.ofSeconds(7), START);
        assertThat(gate.hasPlace(START.plusSeconds(6))).isFalse();
        assertThat(gate.hasPlace(START.plusSeconds(7))).isTrue();
        assertThat(gate.opens(START)).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void aKeyThatRestsHasNoPlace() {
        gate.key().setAside("quota exceeded", START.plusSeconds(60));
        assertThat(gate.hasPlace(START)).isFalse();
        assertThat(gate.hasPlace(START.plusSeconds(60))).isTrue();
    }
}
