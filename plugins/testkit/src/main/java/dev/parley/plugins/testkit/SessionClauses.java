package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clause about connections that go both ways: P16. A provider whose models name no kind of session passes it. */
abstract class SessionClauses extends ProviderClauses {

    private static final int AT_ONCE = 16;
    private static final Duration USUAL_TIME = Duration.ofSeconds(60);

    /** P16: what is said is answered; who closes it when all was said, says so. */
    @Test
    public final void p16_everySessionIsAnsweredToItsEnd() throws ProviderException {
        for (SessionSample sample : sessions()) {
            checkWhole(sample, talk(sample));
        }
    }

    /** P16: the end is final. */
    @Test
    public final void p16_nullForEverAfterTheEnd() throws ProviderException {
        for (SessionSample sample : spoken()) {
            try (Session session = open(sample)) {
                for (Frame frame : sample.given()) {
                    session.send(frame);
                }
                SessionTalk.read(session, sample.ends());
                SessionEnd end = session.end();
                assertThat(session.next()).as("next() after the end").isNull();
                assertThat(session.end()).isEqualTo(end);
            }
        }
    }

    /** P16: what is measured is what came, since it is what is paid for. */
    @Test
    public final void p16_whatFramesCarryIsMeasured() throws ProviderException {
        for (SessionSample sample : sessions()) {
            SessionTalk talk = talk(sample);
            long millis = audioCheck().millisOf(sample.format(), talk.audio());
            assertThat(talk.measured().audio().toMillis())
                    .as("milliseconds measured of %s", sample.request())
                    .isBetween(millis * 95 / 100 - 80, millis * 105 / 100 + 80);
        }
    }

    /** P16: one instance serves many sessions. */
    @Test
    public final void p16_manySessionsAtOnceAreAnswered() throws Exception {
        for (SessionSample sample : sessions().stream().limit(1).toList()) {
            VoiceProvider shared = provider();
            List<FutureTask<SessionTalk>> talks = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                talks.add(new FutureTask<>(() -> SessionTalk.of(shared, sample, Rendering.attempt(USUAL_TIME))));
            }
            talks.forEach(Thread::startVirtualThread);
            for (FutureTask<SessionTalk> talk : talks) {
                checkWhole(sample, talk.get(USUAL_TIME.toSeconds(), TimeUnit.SECONDS));
            }
        }
    }

    /** P16: whoever waits does not wait for ever. */
    @Test
    public final void p16_closeWakesWhoeverWaits() throws Exception {
        for (SessionSample sample : sessions()) {
            try (Session session = open(sample)) {
                var reader = reader(session);
                Thread.startVirtualThread(reader);
                StreamCheck.soon(session::close);
                StreamCheck.endsSoon(reader);
            }
        }
    }

    /** P16: closing twice is closing once. */
    @Test
    public final void p16_closeIsIdempotent() throws ProviderException {
        for (SessionSample sample : sessions()) {
            Session session = open(sample);
            StreamCheck.soon(session::close);
            StreamCheck.soon(session::close);
        }
    }

    /** P16: a frame that goes nowhere is not taken. */
    @Test
    public final void p16_closedSessionTakesNoMore() throws ProviderException {
        for (SessionSample sample : sessions()) {
            Session session = open(sample);
            session.close();
            StreamCheck.soon(() -> assertThat(refusal(session, sample)).isNotNull());
        }
    }

    /** P16: an attempt that is over does not begin. */
    @Test
    public final void p16_deadlineInThePastIsUnavailable() throws ProviderException {
        for (SessionSample sample : sessions()) {
            StreamCheck.isUnavailable(failure(sample, Duration.ofSeconds(-1)), false);
        }
    }

    /** P16: open sessions may break, but they do not hang. */
    @Test
    public final void p16_openSessionEndsAfterTheProvider() throws Exception {
        for (SessionSample sample : sessions().stream().limit(1).toList()) {
            try (Session session = open(sample)) {
                provider().close();
                var reader = reader(session);
                Thread.startVirtualThread(reader);
                StreamCheck.endsSoon(reader);
            }
        }
    }

    final List<SessionSample> sessions() throws ProviderException {
        return SessionSample.of(factory().name(), provider());
    }

    final Session open(SessionSample sample) throws ProviderException {
        return provider().open(sample.request(), Rendering.attempt(USUAL_TIME));
    }

    /** Why a session could not be opened, or broke. */
    final Failure failure(SessionSample sample, Duration untilDeadline) {
        VoiceProvider provider = provider();
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try (Session session = provider.open(sample.request(), Rendering.attempt(untilDeadline))) {
                SessionTalk talk = SessionTalk.read(session, "");
                throw new AssertionError("a quiet end after " + talk.got().size() + " frames: " + talk.end());
            } catch (ProviderException e) {
                return e.failure();
            }
        });
    }

    static FutureTask<?> reader(Session session) {
        return new FutureTask<>(() -> {
            try {
                SessionTalk.read(session, "");
                return null;
            } catch (ProviderException e) {
                return e;
            }
        });
    }

    private SessionTalk talk(SessionSample sample) {
        VoiceProvider provider = provider();
        return assertTimeoutPreemptively(
                USUAL_TIME, () -> SessionTalk.of(provider, sample, Rendering.attempt(USUAL_TIME)));
    }

    private static void checkWhole(SessionSample sample, SessionTalk talk) {
        assertThat(talk.got()).as("frames of %s", sample.request()).isNotEmpty();
        assertThat(talk.got())
                .allSatisfy(frame -> assertThat(frame.json()).startsWith("{").endsWith("}"));
        if (sample.isSpoken()) {
            assertThat(talk.saysThatAllIsSaid()).as("the last frame is final").isTrue();
            assertThat(talk.audio()).as("sound of %s", sample.request()).isNotEmpty();
        }
        if (sample.ends().isEmpty()) {
            assertThat(talk.end())
                    .as("how it was closed")
                    .extracting(SessionEnd::code)
                    .isEqualTo(SessionEnd.NORMAL);
        } else {
            assertThat(talk.end()).as("closed by the upstream too early").isNull();
        }
    }

    private static ProviderException refusal(Session session, SessionSample sample) {
        try {
            for (Frame frame : sample.given()) {
                session.send(frame);
            }
            throw new AssertionError("frames are taken after close()");
        } catch (ProviderException e) {
            return e;
        }
    }

    private List<SessionSample> spoken() throws ProviderException {
        return sessions().stream().filter(SessionSample::isSpoken).toList();
    }
}
