package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.ApiKey.Retiring;
import dev.parley.domain.account.ApiKey.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final ApiKey KEY =
            new ApiKey("key_1", "acc_1", "laptop", "first", "sk-1111", NOW, State.ENABLED, KeyLimits.NONE, null);
    private static final ApiKey ROTATED = KEY.rotated("second", "sk-2222", UNTIL);

    @ParameterizedTest
    @CsvSource({"ENABLED, true", "DISABLED, false", "DELETED, false"})
    void secretOpensAnEnabledKeyOnly(State state, boolean opens) {
        assertThat(KEY.in(state).isOpenedBy("first", NOW)).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({"ENABLED, true", "DISABLED, false", "DELETED, false"})
    void retiringSecretOpensAnEnabledKeyOnly(State state, boolean opens) {
        assertThat(ROTATED.in(state).isOpenedBy("first", NOW)).isEqualTo(opens);
    }

    @Test
    void anotherSecretOpensNothing() {
        assertThat(ROTATED.isOpenedBy("third", NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void retiringSecretWorksUntilTheInstantAndNoLonger(long nanos, boolean opens) {
        assertThat(ROTATED.isOpenedBy("first", UNTIL.plusNanos(nanos))).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "1"})
    void presentSecretWorksBeforeAndAfter(long nanos) {
        assertThat(ROTATED.isOpenedBy("second", UNTIL.plusNanos(nanos))).isTrue();
    }

    @Test
    void secondRotationEndsTheFirstSecretAtOnce() {
        assertThat(ROTATED.rotated("third", "sk-3333", UNTIL).isOpenedBy("first", NOW))
                .isFalse();
    }

    @Test
    void rotationChangesTheSecretAndNothingElse() {
        assertThat(ROTATED)
                .isEqualTo(new ApiKey(
                        "key_1",
                        "acc_1",
                        "laptop",
                        "second",
                        "sk-2222",
                        NOW,
                        State.ENABLED,
                        KeyLimits.NONE,
                        new Retiring("first", UNTIL)));
    }

    @ParameterizedTest
    @EnumSource
    void changeOfStateLeavesTheRest(State state) {
        assertThat(ROTATED.in(state).in(State.ENABLED)).isEqualTo(ROTATED);
    }

    @Test
    void changeOfLimitsLeavesTheRest() {
        var limits = new KeyLimits(List.of(), Set.of("m"), 1, 1, SpendLimits.NONE);
        assertThat(ROTATED.with(limits).limits()).isEqualTo(limits);
        assertThat(ROTATED.with(limits).with(KeyLimits.NONE)).isEqualTo(ROTATED);
    }
}
