package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * {@link VoiceProviderContract} for providers that speak to a network: besides, a scripted upstream misbehaves. The test
 * starts a {@link FakeUpstream} that answers well, points {@code config()} at it, and closes it; the contract spoils its
 * answers. Requests for voices are made before an answer is spoiled, so a provider that caches them is not disturbed.
 *
 * <p>Not tested: whether a provider says of a 500, or of a page instead of audio, that it may have been rendered. Upstreams
 * differ; a provider that does not know says so.
 */
public abstract class UpstreamProviderContract extends UpstreamSessionClauses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(400);

    /** For plugins' tests. */
    protected UpstreamProviderContract() {}

    /** Whether the answer to this request carries audio: only such answers stall and break half way. */
    protected boolean carriesAudio(UpstreamRequest request) {
        return true;
    }

    /** Whether this request asks the upstream for a rendering, rather than how it stands: P13 counts them. */
    protected boolean asksToRender(UpstreamRequest request) {
        return request.method().equals("POST");
    }

    /** P3, P4, P5: neither making a provider nor asking what it can do calls anybody. */
    @Test
    public final void p03_createAndCapabilitiesCallNobody() {
        provider().capabilities();
        assertThat(upstream().requests()).isEmpty();
    }

    /** P8: 429 means wait, at least as long as the upstream says. */
    @Test
    public final void p08_tooManyRequestsIsThrottled() throws ProviderException {
        Failure failure = failureWhenAll(_ -> UpstreamAnswer.status(429).header("Retry-After", "7"));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
    }

    /** P8: an upstream's fault may pass. */
    @Test
    public final void p08_serverErrorIsUnavailable() throws ProviderException {
        assertThat(failureWhenAll(_ -> UpstreamAnswer.status(500))).isInstanceOf(Failure.Unavailable.class);
    }

    /** P8: who never reached the upstream has nothing to pay, and may try again. */
    @Test
    public final void p08_unreachableUpstreamHasNotRendered() throws ProviderException {
        RenderRequest request = samples().any();
        upstream().close();
        StreamCheck.isUnavailable(failure(request), false);
    }

    /** P8: so has who was turned away at once. */
    @Test
    public final void p08_busyUpstreamHasNotRendered() throws ProviderException {
        Failure failure = failureWhenAll(_ -> UpstreamAnswer.status(503));
        if (!(failure instanceof Failure.Throttled)) {
            StreamCheck.isUnavailable(failure, false);
        }
    }

    /** P8: the operator must act, and no secret is told even if the upstream repeats it. */
    @Test
    public final void p08_badUpstreamKeyIsMisconfigured() throws ProviderException {
        Failure failure =
                failureWhenAll(_ -> UpstreamAnswer.json(401, "{\"error\":\"bad key: " + config().values() + "\"}"));
        assertThat(failure).isInstanceOf(Failure.Misconfigured.class);
        factoryCheck().tellsNoSecret(failure.message());
    }

    /** P9: an upstream that breaks off is never a quiet end, and has rendered at least in part. */
    @Test
    public final void p09_cutOffIsUnavailable() throws ProviderException {
        StreamCheck.isUnavailable(failureWhenAudio(answer -> answer.cutOffAfter(half(answer))), true);
    }

    /** P9: the same without a length told beforehand. */
    @Test
    public final void p09_cutOffWithoutLengthIsUnavailable() throws ProviderException {
        StreamCheck.isUnavailable(failureWhenAudio(answer -> answer.chunked().cutOffAfter(half(answer))), true);
    }

    /** P9: nor is a reset. */
    @Test
    public final void p09_resetIsUnavailable() throws ProviderException {
        StreamCheck.isUnavailable(failureWhenAudio(answer -> answer.resetAfter(half(answer))), true);
    }

    /** P9: an answer that is not audio, as a login page, is not played. */
    @Test
    public final void p09_answerThatIsNoAudioIsUnavailable() throws ProviderException {
        byte[] page = "<html><body>Please log in.</body></html>".getBytes(UTF_8);
        assertThat(failureWhenAudio(_ -> UpstreamAnswer.of(200, "text/html", page)))
                .isInstanceOf(Failure.Unavailable.class);
    }

    /** P9: nor is an answer that is not even HTTP; what the upstream did, nobody knows. */
    @Test
    public final void p09_garbageIsUnavailable() throws ProviderException {
        RenderRequest request = samples().any();
        upstream().spoil(this::asksToRender, _ -> UpstreamAnswer.garbage());
        StreamCheck.isUnavailable(failure(request), true);
    }

    /** P9: a slow upstream is waited for. */
    @Test
    public final void p09_slowAnswerIsReadToTheEnd() throws ProviderException {
        RenderRequest request = samples().any();
        byte[] usual = Rendering.of(provider(), request).audio();
        upstream()
                .spoil(
                        this::carriesAudio,
                        answer -> answer.chunked().slowly(1 + answer.bodyLength() / 5, Duration.ofMillis(20)));
        int slow = Rendering.of(provider(), request).audio().length;
        assertThat(slow).isEqualTo(usual.length);
    }

    /**
     * P10: {@code close} wakes a reader that waits for the upstream, and the upstream sees the connection end. A provider
     * that does not stream blocks in {@code render} instead, where there is nothing to close yet: its deadline ends it.
     */
    @Test
    public final void p10_closeWakesABlockedReaderAndStopsTheUpstream() throws Exception {
        RenderRequest request = samples().any();
        VoiceProvider provider = provider();
        upstream().spoil(this::carriesAudio, answer -> answer.stallAfter(half(answer)));
        if (has(Behavior.STREAMS_BEFORE_COMPLETE)) {
            closeWhileStalled(assertTimeoutPreemptively(PATIENCE, () -> Rendering.begin(provider, request)));
        } else {
            assertThatExceptionOfType(ProviderException.class)
                    .as("render, while the upstream stalls")
                    .isThrownBy(() -> provider.render(request, Rendering.attempt(SHORT_DEADLINE)));
        }
        assertThat(upstream().awaitIdle(StreamCheck.SOON))
                .as("the connection ends")
                .isTrue();
    }

    /** P11: an upstream that says nothing more is given up at the deadline. It may have gone on. */
    @Test
    public final void p11_stalledUpstreamIsGivenUpAtTheDeadline() throws ProviderException {
        RenderRequest request = samples().any();
        upstream().spoil(this::carriesAudio, answer -> answer.stallAfter(half(answer)));
        StreamCheck.isUnavailable(failureAtTheDeadline(request), true);
    }

    /** P11: the same where not even the first byte of a body comes. */
    @Test
    public final void p11_silentUpstreamIsGivenUpAtTheDeadline() throws ProviderException {
        RenderRequest request = samples().any();
        upstream().spoil(this::asksToRender, answer -> answer.stallAfter(0));
        StreamCheck.isUnavailable(failureAtTheDeadline(request), true);
    }

    /** P13: a gateway that dies between the two would not know what to ask for. */
    @Test
    public final void p13_idIsKeptBeforeTheUpstreamIsAskedAgain() throws ProviderException {
        RenderRequest request = samples().any();
        List<UpstreamRequest> askedBefore = new ArrayList<>();
        var receipt = WatchedReceipt.empty(() -> askedBefore.addAll(upstream().requests()));
        Rendering.of(provider(), request, Rendering.attempt(receipt));
        if (has(Behavior.KEEPS_THE_UPSTREAMS_ID)) {
            assertThat(receipt.kept()).as("ids kept").hasSize(1);
            assertThat(askedBefore)
                    .last()
                    .as("the last request before the id was kept")
                    .matches(this::asksToRender, "asks to render");
        } else {
            assertThat(receipt.kept()).as("ids kept").isEmpty();
        }
    }

    /** P13: after a restart, which forgets all but the receipt, the work that is paid for is fetched. */
    @Test
    public final void p13_resumedAttemptIsNotSubmittedAgain() throws ProviderException {
        RenderRequest request = samples().any();
        var receipt = WatchedReceipt.empty();
        Rendering.of(provider(), request, Rendering.attempt(receipt));
        long submitted = submitted();
        assertThat(submitted)
                .as("requests that ask to render; see asksToRender")
                .isPositive();
        boolean keeps = has(Behavior.KEEPS_THE_UPSTREAMS_ID);
        assertThat(receipt.kept()).as("ids kept").hasSize(keeps ? 1 : 0);
        try (VoiceProvider restarted = factory().create(config())) {
            var resumed = WatchedReceipt.holding(keeps ? receipt.kept().getFirst() : "kept-by-nobody");
            audioCheck().whole(request, Rendering.of(restarted, request, Rendering.attempt(resumed)));
        }
        assertThat(submitted()).as("requests that ask to render").isEqualTo(keeps ? submitted : 2 * submitted);
    }

    /** P14: see {@link Behavior#TELLS_THE_DOORBELL}. */
    @Test
    public final void p14_upstreamIsToldWhereToRingWhereDeclared() throws ProviderException {
        URI address = URI.create("https://gateway.example/doorbells/contract-bell");
        RenderRequest request = samples().any();
        Rendering.of(provider(), request, Rendering.attempt(new TestDoorbell(address)));
        long told = upstream().requests().stream()
                .filter(heard -> heard.toString().contains(address.toString()))
                .count();
        assertThat(told)
                .as("requests that tell the doorbell")
                .isEqualTo(has(Behavior.TELLS_THE_DOORBELL) ? submitted() : 0);
    }

    private long submitted() {
        return upstream().requests().stream().filter(this::asksToRender).count();
    }

    private void closeWhileStalled(AudioStream stream) throws InterruptedException {
        try (stream) {
            var reader = StreamCheck.reader(stream);
            Thread.startVirtualThread(reader);
            assertThat(upstream().awaitStall(PATIENCE))
                    .as("the upstream stalls")
                    .isTrue();
            StreamCheck.soon(stream::close);
            StreamCheck.endsSoon(reader);
        }
    }

    private Failure failureWhenAudio(UnaryOperator<UpstreamAnswer> how) throws ProviderException {
        RenderRequest request = samples().any();
        upstream().spoil(this::carriesAudio, how);
        return failure(request);
    }

    private Failure failureWhenAll(UnaryOperator<UpstreamAnswer> how) throws ProviderException {
        RenderRequest request = samples().any();
        upstream().spoil(_ -> true, how);
        return failure(request);
    }

    private Failure failure(RenderRequest request) {
        VoiceProvider provider = provider();
        return StreamCheck.failure(PATIENCE, () -> Rendering.begin(provider, request));
    }

    private Failure failureAtTheDeadline(RenderRequest request) {
        VoiceProvider provider = provider();
        return StreamCheck.failure(
                SHORT_DEADLINE.plus(StreamCheck.SOON),
                () -> provider.render(request, Rendering.attempt(SHORT_DEADLINE)));
    }

    private static int half(UpstreamAnswer answer) {
        return answer.bodyLength() / 2;
    }
}
