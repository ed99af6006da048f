package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpendLimitsTest {
    private static final Credits ONE = Credits.ofWhole(1);

    @Test
    void eachSpanHasItsOwnLimit() {
        var limits = new SpendLimits(ONE, Credits.ofWhole(2), Credits.ofWhole(3));
        assertThat(Arrays.stream(SpendSpan.values()).map(limits::of))
                .containsExactly(ONE, Credits.ofWhole(2), Credits.ofWhole(3));
    }

    @Test
    void noneLimitsNoSpan() {
        assertThat(Arrays.stream(SpendSpan.values()).map(SpendLimits.NONE::of)).containsOnlyNulls();
    }

    @Test
    void noneIsNone() {
        assertThat(SpendLimits.NONE.isNone()).isTrue();
    }

    @Test
    void oneLimitIsEnoughToLimit() {
        assertThat(new SpendLimits(ONE, null, null).isNone()).isFalse();
        assertThat(new SpendLimits(null, ONE, null).isNone()).isFalse();
        assertThat(new SpendLimits(null, null, ONE).isNone()).isFalse();
    }

    @Test
    void nothingIsALimitToo() {
        assertThat(new SpendLimits(null, null, Credits.NONE).isNone()).isFalse();
    }
}
