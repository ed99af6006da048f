package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.ACCOUNT;
import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.CreateTaskResponse;
import dev.parley.v1.GetCreditsRequest;
import dev.parley.v1.GetCreditsResponse;
import dev.parley.v1.GetTaskRequest;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.WatchTaskRequest;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Never one call, and never one credit, more than a key may have. */
@Timeout(60)
class CallLimitsTest {

    private static final int CALLERS = 64;

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyAnswerTellsHowTheKeyStands() {
        var key = limited(60, null);
        var headers = new AtomicReference<Metadata>();

        var _ = with(AccountServiceGrpc.newBlockingStub(world.channel), "x-api-key", key)
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .getCredits(GetCreditsRequest.getDefaultInstance());

        assertThat(value(headers.get(), "ratelimit-policy")).isEqualTo("\"default\";q=60;w=60");
        assertThat(value(headers.get(), "ratelimit")).isEqualTo("\"default\";r=59;t=1");
    }

    @Test
    void aRefusedCallCountsAndTellsSo() {
        var key = limited(60, null);
        var nobodys = GetTaskRequest.newBuilder().setTaskId("nothing").build();

        var refused = RefusedCall.by(() -> world.dialogue(key).getTask(nobodys));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.trailer("ratelimit")).isEqualTo("\"default\";r=59;t=1");
    }

    @Test
    void oneCallTooManyIsTooMany() {
        var key = limited(12, null);
        for (int i = 0; i < 12; i++) {
            assertThat(credits(key)).isNotNull();
        }

        var refused = RefusedCall.by(() -> credits(key));

        assertTooMany(refused);
        assertThat(refused.trailer("retry-after")).isEqualTo("5");
        assertThat(refused.retry().orElseThrow().getRetryDelay().getSeconds()).isEqualTo(5);
        assertThat(refused.trailer("ratelimit")).isEqualTo("\"default\";r=0;t=5");
        assertThat(refused.trailer("ratelimit-policy")).isEqualTo("\"default\";q=12;w=60");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 12, 13, 59})
    void aRetryIsTooEarlyASecondBeforeAndNotThen(int rate) {
        var key = limited(rate, null);
        for (int i = 0; i < rate; i++) {
            assertThat(credits(key)).isNotNull();
        }
        var refused = RefusedCall.by(() -> credits(key));
        var wait = Duration.ofSeconds(Long.parseLong(refused.trailer("retry-after")));
        var then = world.now.plus(wait);

        world.now = then.minusSeconds(1);
        assertTooMany(RefusedCall.by(() -> credits(key)));
        world.now = then;

        assertThat(credits(key)).isNotNull();
    }

    @Test
    void racingCallersNeverExceedTheRate() {
        var key = limited(17, null);

        var race = Race.of(CALLERS, () -> credits(key));

        assertThat(race.accepted()).hasSize(17);
        assertThat(race.refused()).hasSize(CALLERS - 17).allSatisfy(CallLimitsTest::assertTooMany);
    }

    /** A watch lasts as long as its task is not done. */
    @Test
    void racingCallersNeverHaveMoreCallsAtOnce() throws InterruptedException {
        var key = limited(null, 5);
        var task = create(GrpcWorld.KEY, "Hello").getTask().getTaskId();
        var watch = WatchTaskRequest.newBuilder().setTaskId(task).build();
        var refused = new CountDownLatch(CALLERS - 5);
        var finisher = Thread.ofVirtual().start(() -> {
            await(refused);
            world.worker.start();
        });

        var race = Race.of(CALLERS, () -> {
            try {
                world.dialogue(key).watchTask(watch).forEachRemaining(_ -> {});
                return "to the end";
            } finally {
                refused.countDown();
            }
        });

        finisher.join();
        assertThat(race.accepted()).hasSize(5);
        assertThat(race.refused()).hasSize(CALLERS - 5).allSatisfy(CallLimitsTest::assertTooMany);
        assertThat(credits(key)).as("all have ended").isNotNull();
    }

    @Test
    void oneAfterTheOtherIsOneAtOnce() {
        var key = limited(null, 1);

        for (int i = 0; i < 300; i++) {
            assertThat(credits(key)).isNotNull();
        }
    }

    static Stream<SpendLimits> spends() {
        var one = Credits.ofWhole(1);
        return Stream.of(
                new SpendLimits(one, null, null), new SpendLimits(null, one, null), new SpendLimits(null, null, one));
    }

    @ParameterizedTest
    @MethodSource("spends")
    void racingOrdersNeverSpendMoreThanTheKeyMay(SpendLimits spend) {
        var key = spending(spend);

        var race = Race.of(CALLERS, () -> create(key, "x".repeat(10)));

        assertThat(race.accepted()).hasSize(10);
        assertThat(race.refused()).hasSize(CALLERS - 10).allSatisfy(CallLimitsTest::assertSpent);
        assertThat(world.balance().held()).isEqualTo(Credits.ofWhole(1));
        assertThat(world.tasks()).hasSize(10);
    }

    @Test
    void racingOrdersNeverSpendMoreThanTheBalance() {
        var race = Race.of(CALLERS, () -> create(GrpcWorld.KEY, "x".repeat(30)));

        assertThat(race.accepted()).hasSize(33);
        assertThat(race.refused())
                .hasSize(CALLERS - 33)
                .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo("INSUFFICIENT_CREDITS"));
        assertThat(world.balance().available()).isEqualTo(Credits.parse("0.1"));
        assertThat(world.balance().held()).isEqualTo(Credits.parse("9.9"));
    }

    @Test
    void racingStreamsNeverSpendMoreThanTheBalance() {
        var stream = StreamDialogueRequest.newBuilder()
                .setModel(MODEL)
                .setInput(input("x".repeat(300)))
                .build();

        var race = Race.of(16, () -> {
            world.dialogue().streamDialogue(stream).forEachRemaining(_ -> {});
            return "to the end";
        });

        assertThat(race.accepted()).hasSize(3);
        assertThat(race.refused())
                .hasSize(13)
                .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo("INSUFFICIENT_CREDITS"));
        assertThat(world.balance().spent()).isEqualTo(Credits.ofWhole(9));
    }

    @Test
    void aSpendLimitSaysWhenItsHourEndsAndNotASecondLater() {
        var key = spending(new SpendLimits(Credits.parse("0.1"), null, null));
        world.now = Instant.parse("2026-11-21T10:59:58.250Z");
        var _ = create(key, "x".repeat(10));

        var refused = RefusedCall.by(() -> create(key, "x"));

        assertSpent(refused);
        assertThat(refused.trailer("retry-after")).isEqualTo("2");
        world.now = Instant.parse("2026-11-21T10:59:59.999999999Z");
        assertSpent(RefusedCall.by(() -> create(key, "x")));
        world.now = Instant.parse("2026-11-21T11:00:00Z");
        assertThat(create(key, "x").getTask().getTaskId()).isNotEmpty();
    }

    @Test
    void aTotalLimitNamesNoTime() {
        var refused = RefusedCall.by(
                () -> create(spending(new SpendLimits(null, null, Credits.parse("0.1"))), "x".repeat(11)));

        assertSpent(refused);
        assertThat(refused.trailer("retry-after")).isEmpty();
        assertThat(refused.retry()).isEmpty();
        assertThat(world.store.ledger().balance(ACCOUNT).held()).isEqualTo(Credits.NONE);
    }

    private static void assertTooMany(RefusedCall refused) {
        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(refused.reason()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(refused.retry()).isPresent();
        assertThat(Long.parseLong(refused.trailer("retry-after"))).isPositive();
    }

    private static void assertSpent(RefusedCall refused) {
        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(refused.reason()).isEqualTo("SPEND_LIMIT_EXCEEDED");
    }

    private String limited(@Nullable Integer rate, @Nullable Integer atOnce) {
        return world.key(new KeyLimits(List.of(), Set.of(), rate, atOnce, SpendLimits.NONE));
    }

    private String spending(SpendLimits spend) {
        return world.key(new KeyLimits(List.of(), Set.of(), null, null, spend));
    }

    private GetCreditsResponse credits(String key) {
        return with(AccountServiceGrpc.newBlockingStub(world.channel), "x-api-key", key)
                .getCredits(GetCreditsRequest.getDefaultInstance());
    }

    private CreateTaskResponse create(String key, String text) {
        return world.dialogue(key)
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input(text))
                        .build());
    }

    private static String value(Metadata metadata, String name) {
        return String.valueOf(metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
