package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** P16 for providers that speak to a network: the upstream misbehaves. */
public abstract class UpstreamSessionClauses extends VoiceProviderContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(400);
    private static final int TOO_MUCH = 12 * 1024 * 1024;

    UpstreamSessionClauses() {}

    /** The upstream that {@code config()} points at; the same for the whole of a test. */
    protected abstract FakeUpstream upstream();

    /** P16: an upstream that leaves without a word is never a quiet end. */
    @Test
    public final void p16_brokenConnectionIsUnavailable() throws ProviderException {
        for (SessionSample sample : each()) {
            upstream().spoilSockets((_, socket) -> socket.die());
            StreamCheck.isUnavailable(failure(sample, PATIENCE), true);
        }
    }

    /** P16: how it was closed is the upstream's word. */
    @Test
    public final void p16_upstreamsCodeAndReasonAreTold() throws ProviderException {
        for (SessionSample sample : each()) {
            upstream().spoilSockets((_, socket) -> socket.close(4123, "No more today"));
            try (Session session = open(sample)) {
                var talk = SessionTalk.read(session, "");
                assertThat(talk.end()).isEqualTo(new SessionEnd(4123, "No more today"));
            }
        }
    }

    /** P16: a message without end is not kept until memory is out. */
    @Test
    public final void p16_immoderateMessageIsUnavailable() throws ProviderException {
        String message = "{\"text\":\"" + "x".repeat(TOO_MUCH) + "\"}";
        for (SessionSample sample : each()) {
            upstream().spoilSockets((_, socket) -> {
                socket.send(message, 64 * 1024);
                socket.awaitLeave();
            });
            StreamCheck.isUnavailable(failure(sample, PATIENCE), true);
        }
    }

    /** P16: who leaves is heard to have left. */
    @Test
    public final void p16_closeEndsTheUpstreamsConnection() throws Exception {
        for (SessionSample sample : each()) {
            upstream().spoilSockets((_, socket) -> socket.awaitLeave());
            Session session = open(sample);
            session.close();
            assertThat(upstream().awaitIdle(Duration.ofSeconds(1)))
                    .as("the connection ends within a second")
                    .isTrue();
        }
    }

    /** P16, P11: an upstream that says nothing is given up at the deadline. */
    @Test
    public final void p16_silentUpstreamIsGivenUpAtTheDeadline() throws ProviderException {
        for (SessionSample sample : each()) {
            upstream().spoilSockets((_, socket) -> socket.awaitLeave());
            StreamCheck.isUnavailable(failure(sample, SHORT_DEADLINE), true);
        }
    }

    /** P16: who never reached the upstream has nothing to pay. */
    @Test
    public final void p16_unreachableUpstreamHasNotRendered() throws ProviderException {
        List<SessionSample> samples = each();
        upstream().close();
        for (SessionSample sample : samples) {
            StreamCheck.isUnavailable(failure(sample, PATIENCE), false);
        }
    }

    /** P16: who is turned away is told whether to wait. */
    @Test
    public final void p16_tooManySessionsIsThrottled() throws ProviderException {
        for (SessionSample sample : each()) {
            assertThat(turnedAway(sample, _ -> UpstreamAnswer.status(429).header("Retry-After", "7")))
                    .isInstanceOf(Failure.Throttled.class);
        }
    }

    /** P16: or that the operator must act. No secret is told. */
    @Test
    public final void p16_badUpstreamKeyIsMisconfigured() throws ProviderException {
        for (SessionSample sample : each().stream().limit(1).toList()) {
            Failure failure = turnedAway(
                    sample, _ -> UpstreamAnswer.json(401, "{\"error\":\"bad key: " + config().values() + "\"}"));
            assertThat(failure).isInstanceOf(Failure.Misconfigured.class);
            factoryCheck().tellsNoSecret(failure.message());
        }
    }

    private Failure turnedAway(SessionSample sample, UnaryOperator<UpstreamAnswer> how) {
        upstream().spoil(_ -> true, how);
        return failure(sample, PATIENCE);
    }

    /** One of each kind. */
    private List<SessionSample> each() throws ProviderException {
        return sessions().stream()
                .collect(java.util.stream.Collectors.toMap(
                        sample -> sample.request().kind(), sample -> sample, (first, _) -> first))
                .values()
                .stream()
                .toList();
    }
}
