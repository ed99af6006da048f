package dev.parley.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.account.KeyHasher;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final InetAddress HERE = IpRange.literal("198.51.100.1");
    private static final InetAddress THERE = IpRange.literal("198.51.100.2");

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Guesses guesses = new Guesses(new KeyHasher("pepper".getBytes(StandardCharsets.UTF_8)), () -> now);
    private final Set<String> right = new HashSet<>(Set.of("sk-good", "sk-other"));
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aGuesserIsSoonNoLongerHeard() {
        guess(HERE, 1000);

        assertThat(asked).hasValue(60);
    }

    @Test
    void whoGuessesTooOftenIsToldToSlowDown() {
        guess(HERE, 60);

        assertThat(outcome("sk-wrong", HERE)).isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void theWaitIsTrue() {
        guess(HERE, 60);
        now = now.plus(((Refusal.TooMany) outcome("sk-wrong", HERE)).retryAfter());

        assertThat(outcome("sk-wrong", HERE)).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void guessesInParallelAreCountedBeforeTheyFail() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var entered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var finished = new CountDownLatch(940);
            for (int i = 0; i < 1000; i++) {
                String key = "sk-wrong-" + i;
                threads.execute(() -> {
                    try {
                        guesses.count(List.of(key), HERE, () -> {
                            entered.incrementAndGet();
                            await(answer);
                            throw new Refused(new Refusal.Unauthenticated("no"));
                        });
                    } catch (Refused e) {
                        finished.countDown();
                    }
                });
            }
            finished.await();
            assertThat(entered).hasValueLessThanOrEqualTo(60);
            answer.countDown();
        }
    }

    @Test
    void aKeyThatWasGoodLatelyWorksBesideAGuesser() {
        authenticate("sk-good", HERE);
        guess(HERE, 1000);

        assertThat(authenticate("sk-good", HERE)).isEqualTo("sk-good");
    }

    @Test
    void aKeyNotSeenYetWaitsBesideAGuesser() {
        guess(HERE, 60);

        assertThat(outcome("sk-good", HERE)).isInstanceOf(Refusal.TooMany.class);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(authenticate("sk-good", HERE)).isEqualTo("sk-good");
    }

    @Test
    void aKeyNotSeenYetWorksFromElsewhere() {
        guess(HERE, 60);

        assertThat(authenticate("sk-good", THERE)).isEqualTo("sk-good");
    }

    @Test
    void goodKeysAreNotCounted() {
        for (int i = 0; i < 200; i++) {
            right.add("sk-good-" + i);
            authenticate("sk-good-" + i, HERE);
        }

        guess(HERE, 60);
        assertThat(asked).hasValue(260);
    }

    @Test
    void aKeyThatIsGoodNoLongerIsAGuessLikeAnyOther() {
        authenticate("sk-good", HERE);
        right.clear();
        outcome("sk-good", HERE);
        asked.set(0);

        for (int i = 0; i < 1000; i++) {
            outcome("sk-good", HERE);
        }

        assertThat(asked).hasValue(60);
    }

    @Test
    void aGoodKeyDoesNotCarryABadOneIn() {
        authenticate("sk-good", HERE);
        guess(HERE, 60);

        assertThatThrownBy(() -> guesses.count(List.of("sk-good", "sk-wrong"), HERE, () -> "in"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void oneIpv6NetworkIsOneGuesser() {
        for (int i = 0; i < 1000; i++) {
            outcome("sk-wrong", IpRange.literal("2001:db8:1:2::" + Integer.toHexString(i)));
        }

        assertThat(asked).hasValue(60);
    }

    @Test
    void aRequestWithoutAnyKeyIsNoGuess() {
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> guesses.count(List.of(), HERE, GuessesTest::refused))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.refusal()).isInstanceOf(Refusal.Unauthenticated.class));
        }
    }

    private void guess(InetAddress from, int times) {
        for (int i = 0; i < times; i++) {
            outcome("sk-wrong-" + i, from);
        }
    }

    private Refusal outcome(String key, InetAddress from) {
        try {
            throw new AssertionError(authenticate(key, from) + " came in");
        } catch (Refused e) {
            return e.refusal();
        }
    }

    private String authenticate(String key, InetAddress from) {
        return guesses.count(List.of(key), from, () -> {
            asked.incrementAndGet();
            return right.contains(key) ? key : refused();
        });
    }

    private static String refused() {
        throw new Refused(new Refusal.Unauthenticated("no"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
