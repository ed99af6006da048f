package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.session.SessionCall;
import dev.parley.adapters.elevenlabs.session.SpokenFormat;
import dev.parley.adapters.elevenlabs.session.TurnedAwayException;
import dev.parley.adapters.elevenlabs.session.UpstreamSocket;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Opens sessions. Who is turned away has not been rendered anything: with another key, or a place, it may go well. */
final class SessionOpener implements AutoCloseable {

    private final Settings settings;
    private final Wire wire;
    private final KeyRings keys;
    private final Watchdog watchdog;
    private final InstantSource clock;
    private final Set<LiveSession> open = ConcurrentHashMap.newKeySet();

    SessionOpener(Settings settings, Wire wire, KeyRings keys, Watchdog watchdog, InstantSource clock) {
        this.settings = settings;
        this.wire = wire;
        this.keys = keys;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        checkFormat(request);
        KeyRing ring = keys.of(request);
        long number = ring.number();
        Instant queueEnd = clock.instant().plus(settings.timeouts().queue());
        while (true) {
            KeyRing.Place place = place(ring, number, queueEnd, attempt.deadline());
            Session opened = null;
            try {
                opened = ask(request, place, attempt);
            } finally {
                if (opened == null) {
                    place.release();
                }
            }
            if (opened != null) {
                return opened;
            }
        }
    }

    /** Ends those that are open. */
    @Override
    public void close() {
        open.forEach(session -> session.leave("the provider is closed"));
    }

    private KeyRing.Place place(KeyRing ring, long number, Instant queueEnd, Instant deadline)
            throws ProviderException {
        left(deadline);
        try {
            return ring.take(number, queueEnd.isBefore(deadline) ? queueEnd : deadline);
        } catch (ProviderException e) {
            left(deadline);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Failure.Unavailable.notRendered("interrupted in the queue"), e);
        }
    }

    /** Null where it should be asked again. */
    private @Nullable Session ask(SessionRequest request, KeyRing.Place place, Attempt attempt)
            throws ProviderException {
        attempt.receipt().billed(null, place.key().name(), null);
        var socket = new UpstreamSocket();
        SessionCall call = SessionCall.of(request);
        try {
            if (request instanceof ConversationRequest talk) {
                call = SessionCall.of(talk, Leave.ask(wire, place.key(), call, most(attempt.deadline())));
            }
            wire.open(place.key(), call.target(), most(attempt.deadline()), socket);
        } catch (TurnedAwayException e) {
            handle(call, e, place);
            return null;
        }
        return begun(request, socket, place, attempt);
    }

    private Session begun(SessionRequest request, UpstreamSocket socket, KeyRing.Place place, Attempt attempt)
            throws ProviderException {
        var session = new LiveSession(request, socket, place, open::remove);
        try {
            session.endAfter(left(attempt.deadline()), watchdog);
        } catch (RejectedExecutionException e) {
            socket.close();
            throw new ProviderException(Failure.Unavailable.notRendered("the provider is closed"), e);
        }
        open.add(session);
        return session;
    }

    /** Returns where it should be asked again. */
    private void handle(SessionCall call, TurnedAwayException refused, KeyRing.Place place) throws ProviderException {
        Duration told = RetryAfter.of(refused.retryAfter(), clock.instant());
        Verdict verdict = Verdicts.on(call, Complaint.of(refused.status(), refused.body()), told);
        switch (verdict.remedy()) {
            case NONE -> throw new ProviderException(verdict.failure(), refused);
            case WAIT_FOR_A_PLACE -> place.crowded(Objects.requireNonNullElse(told, Duration.ZERO));
            case TAKE_ANOTHER_KEY -> place.setKeyAside(verdict.failure().message(), Renderer.KEY_REST);
        }
    }

    private Duration most(Instant deadline) throws ProviderException {
        Duration left = left(deadline);
        Duration usual = settings.timeouts().firstByte();
        return left.compareTo(usual) < 0 ? left : usual;
    }

    private Duration left(Instant deadline) throws ProviderException {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        return left;
    }

    /** What cannot be measured cannot be paid for. */
    private static void checkFormat(SessionRequest request) throws ProviderException {
        if (request instanceof SpeechSessionRequest speech
                && SpokenFormat.asked(speech).isEmpty()) {
            throw new ProviderException(
                    new Failure.Rejected("ElevenLabs' sessions do not speak in this output_format"));
        }
    }
}
