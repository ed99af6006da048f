package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.stream.OrderStream;
import dev.parley.application.submit.Intent;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState.Failed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is let in, once, and what is kept out. */
@Timeout(20)
class AdmissionTest {

    private static final Credits ALL = Credits.ofWhole(100);

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        var first = world.submit.submit(world.caller, World.order("Hello"), intent("k1", "same"));
        var again = world.submit.submit(world.caller, World.order("Hello"), intent("k1", "same"));

        assertThat(again.repeated()).isTrue();
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(world.allTasks()).hasSize(1);
    }

    @Test
    void aKeyIsGoodForOneRequestOnly() {
        world.submit.submit(world.caller, World.order("Hello"), intent("k1", "one"));

        assertRefused(
                Refusal.KeyReused.class,
                () -> world.submit.submit(world.caller, World.order("Hullo"), intent("k1", "other")));
        assertThat(world.allTasks()).hasSize(1);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        assertRefused(
                Refusal.Invalid.class, () -> world.submit.submit(world.caller, World.order(""), intent("k1", "bad")));

        assertThat(world.submit
                        .submit(world.caller, World.order("Hello"), intent("k1", "good"))
                        .repeated())
                .isFalse();
    }

    @Test
    void aKeyIsForgottenWhenItsTimeIsOver() {
        world.submit.submit(world.caller, World.order("Hello"), intent("k1", "one"));
        world.now = world.now.plus(Duration.ofHours(24));

        assertThat(world.submit
                        .submit(world.caller, World.order("Hello"), intent("k1", "one"))
                        .repeated())
                .isFalse();
    }

    @Test
    void racingRepeatsMakeOneTask() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> submit = () -> world.submit
                    .submit(world.caller, World.order("Hello"), intent("k1", "same"))
                    .repeated();
            long firsts = threads
                    .invokeAll(Stream.generate(() -> submit).limit(64).toList())
                    .stream()
                    .filter(repeated -> !repeated.resultNow())
                    .count();
            assertThat(firsts).isEqualTo(1);
        }
        assertThat(world.allTasks()).hasSize(1);
    }

    @Test
    void aStreamThatIsUnderWayIsNotBegunAgain() {
        try (var _ = world.stream.open(world.caller, World.order("Hello"), intent("k1", "same"))) {
            assertRefused(
                    Refusal.StillRunning.class,
                    () -> world.stream.open(world.caller, World.order("Hello"), intent("k1", "same")));
        }
    }

    @Test
    void aFinishedStreamIsHeardAgainFromTheStore() {
        var first = heard(world.stream.open(world.caller, World.order("Hello"), intent("k1", "same")));
        var again = heard(world.stream.open(world.caller, World.order("Hello"), intent("k1", "same")));

        assertThat(again).isEqualTo(first);
        assertThat(world.provider.attempts).hasSize(1);
        assertThat(world.spent()).isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void aStreamThatFailedFailsAgainWithoutAnAttempt() {
        world.provider.failNextStart(new Failure.Rejected("prohibited"));
        for (int i = 0; i < 2; i++) {
            assertRefused(
                    Refusal.RejectedUpstream.class,
                    () -> heard(world.stream.open(world.caller, World.order("Hello"), intent("k1", "same"))));
        }
        assertThat(world.provider.attempts).hasSize(1);
    }

    @Test
    void aSpendLimitIsNeverExceeded() {
        var limited = limited(new SpendLimits(Credits.parse("0.1"), null, null));
        world.submit.submit(limited, World.order("Hello"));
        world.submit.submit(limited, World.order("Hello"));

        assertThatThrownBy(() -> world.submit.submit(limited, World.order("H")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.SpendLimitReached(
                                        SpendSpan.HOUR, Credits.parse("0.1"), Duration.ofHours(1))));
        assertThat(world.held()).isEqualTo(Credits.parse("0.1"));
        assertThat(world.allTasks()).hasSize(2);
    }

    @Test
    void aSpendLimitEndsWithItsSpan() {
        var limited = limited(new SpendLimits(Credits.parse("0.05"), null, null));
        world.submit.submit(limited, World.order("Hello"));
        world.now = world.now.plus(Duration.ofHours(1));

        assertThat(world.submit.submit(limited, World.order("Hello")).quote().price())
                .isEqualTo(Credits.parse("0.05"));
    }

    @Test
    void racingSubmitsStopAtTheSpendLimit() throws Exception {
        var limited = limited(new SpendLimits(null, null, Credits.parse("1")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> submit = () -> submits(limited);
            long admitted = threads
                    .invokeAll(Stream.generate(() -> submit).limit(64).toList())
                    .stream()
                    .filter(done -> done.resultNow())
                    .count();
            assertThat(admitted).isEqualTo(20);
        }
        assertThat(world.held()).isEqualTo(Credits.parse("1"));
    }

    @Test
    void anAccountsBacklogIsBounded() {
        var small = new World(World.limits(10, 1));
        var impatient = new Caller("acc_1", "key_1");
        for (int i = 0; i < 10; i++) {
            small.submit.submit(impatient, World.order("Hello"));
        }

        assertRefused(Refusal.Unavailable.class, () -> small.submit.submit(impatient, World.order("Hello")));
        assertThat(small.allTasks()).hasSize(10);
        small.close();
    }

    @Test
    void noWorkIsTakenWhileTheLedgerDoesNotAddUp() {
        world.audit.differences.add("account acc_1 has 1 credit too many");
        world.verify.verify();
        assertRefused(Refusal.Unavailable.class, () -> world.submit.submit(world.caller, World.order("Hello")));
        assertRefused(Refusal.Unavailable.class, () -> world.stream.open(world.caller, World.order("Hello"), null));

        world.audit.differences.clear();
        world.verify.verify();
        assertThat(world.submit.submit(world.caller, World.order("Hello"))).isNotNull();
    }

    @Test
    void aStreamOfADeadProcessGivesItsCreditsBack() {
        var live = world.stream.open(world.caller, World.order("Hello"), null);

        world.leases.expireAll();

        assertThat(world.available()).isEqualTo(ALL);
        assertThat(world.allTasks())
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isInstanceOf(Failed.class));
        live.close();
        assertThat(world.available()).as("a late owner settles nothing").isEqualTo(ALL);
    }

    @Test
    void aLiveStreamKeepsItsLease() {
        try (var _ = world.stream.open(world.caller, World.order("Hello"), null)) {
            for (int i = 0; i < 20; i++) {
                world.now = world.now.plusSeconds(5);
                world.leases.keep();
            }
            assertThat(world.held()).isEqualTo(Credits.parse("0.05"));
        }
    }

    private boolean submits(Caller caller) {
        try {
            world.submit.submit(caller, World.order("Hello"));
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.SpendLimitReached.class);
            return false;
        }
    }

    private Intent intent(String key, String fingerprint) {
        return new Intent(
                new IdempotencyKey(world.caller.account(), "tasks.create", key, fingerprint),
                task -> "answer about " + task.id());
    }

    private Caller limited(SpendLimits spend) {
        var limits = new KeyLimits(List.of(), Set.of(), null, null, spend);
        return new Caller(world.caller.account(), world.caller.key(), limits);
    }

    private static String heard(OrderStream stream) {
        var heard = new ByteArrayOutputStream();
        try (stream) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                heard.writeBytes(chunk.bytes());
            }
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Class<? extends Refusal> kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(kind));
    }
}
