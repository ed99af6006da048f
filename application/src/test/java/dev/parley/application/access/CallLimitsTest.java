package dev.parley.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.Caller;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final CallLimits limits = new CallLimits(() -> now);

    @Test
    void asManyAsTheRateAtOnceAndNoMore() {
        assertThat(admitted(caller(100, null), 150)).isEqualTo(100);
    }

    @Test
    void theRateRefillsEvenly() {
        var caller = caller(60, null);
        admitted(caller, 60);

        pass(Duration.ofSeconds(7));

        assertThat(admitted(caller, 60)).isEqualTo(7);
    }

    @Test
    void oneKeysRateIsNoneOfAnothers() {
        admitted(caller(1, null), 1);

        assertThat(admitted(new Caller("acc_1", "key_2", keyLimits(1, null)), 1))
                .isEqualTo(1);
    }

    @Test
    void aRefusalSaysWhenThereIsMore() {
        var caller = caller(7, null);
        admitted(caller, 7);

        pass(retryAfter(caller).minusNanos(1));
        assertThat(admitted(caller, 1)).isZero();
        pass(Duration.ofNanos(1));
        assertThat(admitted(caller, 1)).isEqualTo(1);
    }

    @Test
    void aRefusedCallTakesNothing() {
        var caller = caller(60, null);
        admitted(caller, 600);

        pass(Duration.ofSeconds(60));

        assertThat(admitted(caller, 600)).isEqualTo(60);
    }

    @Test
    void aStandingTellsWhatIsLeft() {
        var caller = caller(100, null);
        admitted(caller, 49);

        var standing = limits.enter(caller).standing().orElseThrow();

        assertThat(standing.policy()).isEqualTo("\"default\";q=100;w=60");
        assertThat(standing.state()).isEqualTo("\"default\";r=50;t=30");
    }

    @Test
    void whereNothingIsLeftTheStandingAgreesWithTheRefusal() {
        var caller = caller(12, null);
        admitted(caller, 12);

        assertThat(limits.standing(caller).orElseThrow().state()).isEqualTo("\"default\";r=0;t=5");
        assertThat(retryAfter(caller)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aKeyWithoutARateHasNoStanding() {
        assertThat(limits.enter(caller(null, 5)).standing()).isEmpty();
    }

    @Test
    void aHigherRateKeepsWhatWasLeftInProportion() {
        admitted(caller(10, null), 5);

        assertThat(admitted(caller(100, null), 100)).isEqualTo(50);
    }

    @Test
    void aLowerRateKeepsWhatWasLeftInProportion() {
        admitted(caller(100, null), 50);

        assertThat(admitted(caller(10, null), 100)).isEqualTo(5);
    }

    @Test
    void changingTheRateBackAndForthFillsNothing() {
        admitted(caller(10, null), 10);

        for (int i = 0; i < 100; i++) {
            assertThat(admitted(caller(i % 2 == 0 ? 1000 : 10, null), 1)).isZero();
        }
    }

    @Test
    void asManyCallsAtOnceAsAllowed() {
        assertThat(admitted(caller(null, 3), 10)).isEqualTo(3);
    }

    @Test
    void aCallThatEndsMakesRoomForOne() {
        var caller = caller(null, 1);
        var call = limits.enter(caller);
        call.close();
        call.close();

        assertThat(admitted(caller, 10)).isEqualTo(1);
    }

    @Test
    void oneCallTooManyMayComeAgainInASecond() {
        var caller = caller(null, 1);
        admitted(caller, 1);

        assertThat(retryAfter(caller)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallTooManyAtOnceTakesNothingFromTheRate() {
        var caller = caller(10, 1);
        var call = limits.enter(caller);
        admitted(caller, 100);
        call.close();

        assertThat(limits.enter(caller).standing().orElseThrow().remaining()).isEqualTo(8);
    }

    @Test
    void aLowerLimitOfCallsAtOnceLeavesThoseUnderWayAlone() {
        var call = limits.enter(caller(null, 2));
        limits.enter(caller(null, 2));

        assertThat(admitted(caller(null, 1), 1)).isZero();
        call.close();
        assertThat(admitted(caller(null, 1), 1)).isZero();
    }

    @Test
    void callsThatBeganWithoutALimitCount() {
        limits.enter(caller(null, null));

        assertThat(admitted(caller(null, 1), 1)).isZero();
    }

    @RepeatedTest(50)
    void racingCallersAreNeverOneTooMany() throws InterruptedException {
        assertThat(racing(64, caller(null, 5))).isEqualTo(5);
    }

    @RepeatedTest(50)
    void racingCallersNeverExceedTheRate() throws InterruptedException {
        assertThat(racing(64, caller(17, null))).isEqualTo(17);
    }

    @Test
    void theClockMayBeSetBack() {
        var caller = caller(60, null);
        admitted(caller, 60);

        pass(Duration.ofHours(-5));
        assertThat(admitted(caller, 1)).isZero();
        pass(Duration.ofSeconds(2));

        assertThat(admitted(caller, 60)).isEqualTo(2);
    }

    @Test
    void idleKeysAreForgotten() {
        for (int i = 0; i < 1000; i++) {
            limits.enter(new Caller("acc_1", "key_" + i, keyLimits(100, 5))).close();
        }

        pass(Duration.ofMinutes(2));
        limits.enter(caller(null, null));

        assertThat(limits.remembered()).isEqualTo(1);
    }

    @Test
    void keysWithCallsUnderWayAreNotForgotten() {
        var busy = caller(null, 1);
        limits.enter(busy);

        pass(Duration.ofHours(2));
        limits.enter(new Caller("acc_2", "key_2")).close();

        assertThatThrownBy(() -> limits.enter(busy)).isInstanceOf(Refused.class);
    }

    private int racing(int callers, Caller caller) throws InterruptedException {
        var begin = new CountDownLatch(1);
        List<Call> admitted = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(() -> {
                    try {
                        begin.await();
                        admitted.add(limits.enter(caller));
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    } catch (Refused e) {
                        assertThat(e.refusal()).isInstanceOf(Refusal.TooMany.class);
                    }
                });
            }
            begin.countDown();
        }
        return admitted.size();
    }

    private int admitted(Caller caller, int attempts) {
        int admitted = 0;
        for (int i = 0; i < attempts; i++) {
            try {
                limits.enter(caller);
                admitted++;
            } catch (Refused e) {
                assertThat(e.refusal()).isInstanceOf(Refusal.TooMany.class);
            }
        }
        return admitted;
    }

    private Duration retryAfter(Caller caller) {
        var refused = catchThrowableOfType(Refused.class, () -> limits.enter(caller));
        return ((Refusal.TooMany) refused.refusal()).retryAfter();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Caller caller(@Nullable Integer rate, @Nullable Integer atOnce) {
        return new Caller("acc_1", "key_1", keyLimits(rate, atOnce));
    }

    private static KeyLimits keyLimits(@Nullable Integer rate, @Nullable Integer atOnce) {
        return new KeyLimits(List.of(), Set.of(), rate, atOnce, SpendLimits.NONE);
    }
}
