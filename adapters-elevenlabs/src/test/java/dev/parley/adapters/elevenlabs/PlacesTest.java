package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many requests are under way at once, by which keys, and who waits. */
class PlacesTest {

    private static final String SECOND = "sk_second_89abcdef0123456789abcdef";
    private static final Fault CROWDED = Fault.Refused.of(429, "rate_limit_error", "concurrent_limit_exceeded");

    @Test
    void sixtyFourCallersNeverHaveMoreThanTheUpstreamTakes() throws Exception {
        try (var studio = new Studio("concurrency", "2")) {
            studio.upstream.concurrencyMax(5);
            studio.upstream.spoil(
                    request -> request.isRendering() ? new Fault.SlowDrip(20_000, Duration.ofMillis(5)) : null);
            assertThat(together(studio, 64)).hasSize(64).containsOnlyNulls();
            assertThat(studio.upstream.renderings()).hasSize(64); // Nobody was refused and asked again.
            assertThat(studio.upstream.mostBusy()).isEqualTo(5);
        }
    }

    @Test
    void whoStartsWithTooManyLearnsAndFailsNobody() throws Exception {
        try (var studio = new Studio("concurrency", "32")) {
            studio.upstream.concurrencyMax(5);
            studio.upstream.spoil(
                    request -> request.isRendering() ? new Fault.SlowDrip(20_000, Duration.ofMillis(5)) : null);
            assertThat(together(studio, 64)).hasSize(64).containsOnlyNulls();
            assertThat(studio.upstream.mostBusy()).isEqualTo(5);
            int refusedAtFirst = studio.upstream.renderings().size();
            together(studio, 20);
            assertThat(studio.upstream.renderings()).hasSize(refusedAtFirst + 20);
        }
    }

    @Test
    void placesAreHandedOutInOrder() throws Exception {
        try (var studio = new Studio("concurrency", "1")) {
            List<FutureTask<Studio.Heard>> waiting = new ArrayList<>();
            try (var _ = studio.begin(Studio.dialogue(Studio.LIVE, "First of all."))) {
                for (int i = 0; i < 8; i++) {
                    String text = "Number " + i + " speaks.";
                    var caller = new FutureTask<>(() -> studio.hear(Studio.dialogue(Studio.LIVE, text)));
                    waiting.add(caller);
                    awaitWaiting(Thread.ofPlatform().daemon().start(caller));
                }
            }
            for (var caller : waiting) {
                caller.get(10, TimeUnit.SECONDS);
            }
            assertThat(studio.upstream.renderings().stream().skip(1))
                    .extracting(request ->
                            request.json().path("inputs").path(0).path("text").asText())
                    .containsExactly(Stream.iterate(0, i -> i + 1)
                            .limit(8)
                            .map(i -> "Number " + i + " speaks.")
                            .toArray(String[]::new));
        }
    }

    @Test
    void aCrowdedUpstreamIsAskedAgainWithinTheAttempt() {
        try (var studio = new Studio()) {
            studio.upstream.spoilNext(CROWDED, CROWDED);
            assertThat(studio.hear(Studio.dialogue(Delivery.WHOLE, "Once more."))
                            .failure())
                    .isNull();
            assertThat(studio.upstream.renderings()).hasSize(3);
        }
    }

    @Test
    void whoWaitsTooLongForAPlaceIsThrottled() {
        try (var studio = new Studio("queue_timeout", "200ms")) {
            studio.upstream.spoil(request -> request.isRendering() ? CROWDED : null);
            assertThat(studio.hear(Studio.dialogue(Delivery.WHOLE, "No luck.")).failed())
                    .isInstanceOf(Throttled.class);
        }
    }

    @Test
    void aLongWaitThatTheUpstreamAsksForIsPassedOnAtOnce() {
        try (var studio = new Studio()) {
            var crowded = Fault.Refused.of(429, "rate_limit_error", "concurrent_limit_exceeded")
                    .header("Retry-After", "120");
            studio.upstream.spoil(request -> request.isRendering() ? crowded : null);
            assertThat(studio.hear(Studio.dialogue(Delivery.WHOLE, "Later.")).failed())
                    .isInstanceOfSatisfying(
                            Throttled.class,
                            throttled -> assertThat(throttled.retryAfter())
                                    .isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120)));
            assertThat(studio.upstream.renderings()).hasSize(1);
        }
    }

    @Test
    void aBusySystemIsNotAskedAgain() {
        try (var studio = new Studio()) {
            studio.upstream.spoilNext(
                    Fault.Refused.of(429, "rate_limit_error", "system_busy").header("Retry-After", "9"));
            assertThat(studio.hear(Studio.dialogue(Delivery.WHOLE, "Later.")).failed())
                    .isEqualTo(new Throttled("ElevenLabs is busy", Duration.ofSeconds(9)));
            assertThat(studio.upstream.renderings()).hasSize(1);
        }
    }

    @Test
    void theDeadlineEndsTheQueue() throws Exception {
        try (var studio = new Studio("concurrency", "1");
                var _ = studio.begin(Studio.dialogue(Studio.LIVE, "Taken."))) {
            var heard = studio.hear(Studio.dialogue(Studio.LIVE, "Too late."), Studio.attempt(Duration.ofMillis(200)));
            assertThat(heard.failed()).isEqualTo(Failure.Unavailable.notRendered("the deadline has passed"));
        }
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws Exception {
        try (var studio = new Studio("concurrency", "1");
                var _ = studio.begin(Studio.dialogue(Studio.LIVE, "Taken."))) {
            var failure = new AtomicReference<@Nullable Failure>();
            Thread waiter = Thread.ofPlatform()
                    .daemon()
                    .start(() -> failure.set(
                            studio.hear(Studio.dialogue(Studio.LIVE, "Me too.")).failure()));
            awaitWaiting(waiter);
            waiter.interrupt();
            assertThat(waiter.join(Duration.ofSeconds(2))).isTrue();
            assertThat(failure.get()).isEqualTo(Failure.Unavailable.notRendered("interrupted in the queue"));
        }
    }

    @Test
    void keysShareTheWorkByWeight() {
        try (var studio = new Studio("api_key", "main=" + FakeElevenLabs.KEY + "*3,second=" + SECOND)) {
            studio.upstream.takeKeys(FakeElevenLabs.KEY, SECOND);
            for (int i = 0; i < 12; i++) {
                studio.hear(Studio.dialogue(Delivery.WHOLE, "Hello."));
            }
            assertThat(studio.upstream.renderings().stream()
                            .filter(request -> SECOND.equals(request.headers().get("xi-api-key"))))
                    .hasSize(3);
        }
    }

    @Test
    void aKeyWithoutQuotaIsPutAsideForAnother() {
        try (var studio = new Studio("api_key", "main=" + FakeElevenLabs.KEY + ",second=" + SECOND)) {
            studio.upstream.takeKeys(FakeElevenLabs.KEY, SECOND);
            studio.upstream.spoil(
                    request -> FakeElevenLabs.KEY.equals(request.headers().get("xi-api-key"))
                            ? Fault.Refused.of(401, "authentication_error", "quota_exceeded")
                            : null);
            for (int i = 0; i < 4; i++) {
                assertThat(studio.hear(Studio.dialogue(Delivery.WHOLE, "Hello."))
                                .failure())
                        .isNull();
            }
            assertThat(studio.upstream.renderings()).hasSize(5);
        }
    }

    @Test
    void withoutAnyGoodKeyTheOperatorIsToldOfEach() {
        try (var studio = new Studio("api_key", "main=" + FakeElevenLabs.KEY + ",second=" + SECOND)) {
            studio.upstream.spoil(request -> Fault.Refused.of(401, "authentication_error", "quota_exceeded"));
            var failure = studio.hear(Studio.dialogue(Delivery.WHOLE, "Hello.")).failed();
            assertThat(failure)
                    .isEqualTo(new Misconfigured(
                            "no key of ElevenLabs can be used: main: quota exceeded; second: key refused"));
            assertThat(studio.upstream.renderings()).hasSize(2);
            studio.hear(Studio.dialogue(Delivery.WHOLE, "Hello."));
            assertThat(studio.upstream.renderings()).hasSize(2); // They rest for a while.
        }
    }

    @Test
    void aBrokenStreamGivesItsPlaceBack() {
        try (var studio = new Studio("concurrency", "1", "queue_timeout", "2s")) {
            for (int i = 0; i < 3; i++) {
                studio.upstream.spoilNext(new Fault.CutOff());
                assertThat(studio.hear(Studio.dialogue(Studio.LIVE, "Hello there."))
                                .failed())
                        .isInstanceOf(Failure.Unavailable.class);
            }
            studio.upstream.spoilNext();
            assertThat(studio.hear(Studio.dialogue(Studio.LIVE, "Hello there.")).failure())
                    .isNull();
        }
    }

    @Test
    void fastModelsHavePlacesOfTheirOwn() throws Exception {
        try (var studio = new Studio("concurrency", "1", "queue_timeout", "200ms");
                var _ = studio.begin(Studio.dialogue(Studio.LIVE, "Taken."))) {
            assertThat(studio.hear(Studio.speech("eleven_flash_v2_5", Studio.LIVE, "Quick."))
                            .failure())
                    .isNull();
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> studio.begin(Studio.dialogue(Studio.LIVE, "Slow.")))
                    .satisfies(e -> assertThat(e.failure()).isInstanceOf(Throttled.class));
        }
    }

    /** What each of so many callers failed with. */
    private static List<@Nullable Failure> together(Studio studio, int callers) throws Exception {
        List<FutureTask<@Nullable Failure>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(new FutureTask<>(() -> studio.hear(Studio.dialogue(Studio.LIVE, "All at once, please."))
                    .failure()));
        }
        calls.forEach(Thread::startVirtualThread);
        List<@Nullable Failure> failures = new ArrayList<>();
        for (FutureTask<@Nullable Failure> call : calls) {
            failures.add(call.get(30, TimeUnit.SECONDS));
        }
        return failures;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
