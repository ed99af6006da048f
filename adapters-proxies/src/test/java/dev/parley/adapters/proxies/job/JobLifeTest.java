package dev.parley.adapters.proxies.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.proxies.aivideoapi.AivideoapiFactory;
import dev.parley.adapters.proxies.upstream.FakeAivideoapi;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job, whoever takes it. */
final class JobLifeTest {

    private static final RenderRequest REQUEST =
            Bench.dialogue("elevenlabs-text-to-dialogue-v3", "21m00Tcm4TlvDq8ikWAM", "AZnzlk1XvdvUeBnXmlld");

    private final FakeAivideoapi upstream = new FakeAivideoapi();
    private final Bench bench = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream);

    @AfterEach
    void close() {
        bench.close();
        upstream.close();
    }

    @Test
    void slowJobIsWaitedFor() throws ProviderException {
        upstream.looks(8);
        assertThat(bench.hear(REQUEST)).isNotEmpty();
        assertThat(upstream.asked()).isEqualTo(9);
    }

    @Test
    void resumedJobIsAskedAfterAtOnceAndNotSubmitted() throws ProviderException {
        bench.hear(REQUEST);
        try (var restarted = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "poll_pace", "1h")) {
            restarted.receipt.job = upstream.submitted().getFirst().id();
            assertThat(restarted.hear(REQUEST)).isNotEmpty();
        }
        assertThat(upstream.submitted()).hasSize(1);
    }

    @Test
    void ringShortensTheWait() throws ProviderException {
        upstream.looks(0);
        try (var patient = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "poll_pace", "10m")) {
            patient.at(ringing()).within(Duration.ofHours(1));
            assertThat(patient.hear(REQUEST)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void troubleWhileAskingPasses(int status) throws ProviderException {
        spoilFirst(3, this::asks, _ -> UpstreamAnswer.status(status).header("Retry-After", "0"));
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @Test
    void brokenConnectionWhileAskingPasses() throws ProviderException {
        spoilFirst(2, this::asks, answer -> answer.resetAfter(3));
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @Test
    void retryAfterIsKept() {
        spoilFirst(1, this::asks, _ -> UpstreamAnswer.status(429).header("Retry-After", "3600"));
        bench.within(Duration.ofMillis(300));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("the job at aivideoapi was not done in time"));
        assertThat(upstream.asked()).isEqualTo(1);
    }

    @Test
    void idThatIsLostMayHaveRendered() {
        upstream.http().spoil(this::submits, answer -> answer.cutOffAfter(10));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("the connection to aivideoapi broke"));
        assertThat(bench.receipt.kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "no JSON", "{\"data\":{\"taskId\":7}}", "{\"data\":{\"taskId\":\"../../v1/keys\"}}"})
    void acceptedWithoutAnIdMayHaveRendered(String answer) {
        upstream.http().spoil(this::submits, _ -> UpstreamAnswer.json(200, answer));
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable("aivideoapi took the request, and did not say as which job"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"status\":\"daydreaming\"}", "{}", "no JSON", "{\"status\":\"completed\",\"output\":{}}"})
    void nonsenseIsEnduredForAWhile(String nonsense) {
        upstream.http().spoil(this::asks, _ -> UpstreamAnswer.json(200, nonsense));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("aivideoapi tells nonsense of the job"));
        assertThat(upstream.http().requests().stream().filter(this::asks)).hasSize(5);
    }

    @Test
    void nonsenseThatPassesIsForgotten() throws ProviderException {
        upstream.looks(9);
        var count = new AtomicInteger();
        upstream.http()
                .spoil(this::asks, good -> count.incrementAndGet() % 2 == 0 ? UpstreamAnswer.json(200, "{}") : good);
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @Test
    void jobThatIsForgottenMayHaveRendered() {
        bench.receipt.job = "a1b2c3d4-of-another-day";
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("aivideoapi does not know the job"));
    }

    @Test
    void jobOfAKeyThatIsRevokedMeanwhileMayBeRendered() {
        upstream.http().spoil(this::asks, _ -> FakeAivideoapi.error(401, "invalid_api_key", "authentication_error"));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("aivideoapi will not tell of the job"));
    }

    @Test
    void whoIsInterruptedAsksNoMore() throws Exception {
        upstream.looks(1_000_000);
        var waiting = new FutureTask<>(() -> bench.fail(REQUEST));
        var thread = Thread.startVirtualThread(waiting);
        while (upstream.asked() < 3) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(waiting.get(5, TimeUnit.SECONDS))
                .isEqualTo(unavailable("interrupted while aivideoapi was at work, which goes on"));
    }

    @Test
    void deadlineEndsTheAsking() {
        upstream.looks(1_000_000);
        bench.within(Duration.ofMillis(200));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("the job at aivideoapi was not done in time"));
    }

    @Test
    void redirectedSubmissionTakesTheKeyNowhere() {
        try (var elsewhere = new FakeAivideoapi()) {
            String target = elsewhere.uri() + "/v1/audio/generations";
            upstream.http().spoil(this::submits, _ -> UpstreamAnswer.status(307).header("Location", target));
            assertThat(bench.fail(REQUEST)).isInstanceOf(Failure.Misconfigured.class);
            assertThat(elsewhere.http().requests()).isEmpty();
        }
    }

    @Test
    void answerWithoutEndIsNotReadToIt() {
        byte[] endless = " ".repeat(3 << 20).getBytes(UTF_8);
        upstream.http().spoil(this::submits, _ -> UpstreamAnswer.of(200, "application/json", endless));
        assertThat(bench.fail(REQUEST)).isEqualTo(unavailable("the connection to aivideoapi broke"));
    }

    private boolean submits(UpstreamRequest request) {
        return request.method().equals("POST");
    }

    private boolean asks(UpstreamRequest request) {
        return request.path().startsWith("/v1/tasks/");
    }

    private void spoilFirst(int times, Predicate<UpstreamRequest> which, UnaryOperator<UpstreamAnswer> how) {
        var left = new AtomicInteger(times);
        upstream.http().spoil(which, good -> left.getAndDecrement() > 0 ? how.apply(good) : good);
    }

    private static Failure unavailable(String message) {
        return new Failure.Unavailable(message);
    }

    private static Doorbell ringing() {
        return new Doorbell() {
            @Override
            public Optional<URI> address() {
                return Optional.empty();
            }

            @Override
            public void await(Duration atMost) {}
        };
    }
}
