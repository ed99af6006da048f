package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.WatchedInput.Watching;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rendering, up to its first audio: a place, the request, and what its head says. What is known not to have been rendered
 * and may go well at once, with a place or with another key, is asked for again; all else is the caller's to decide.
 */
final class Renderer {

    /** How long a key is left alone that the upstream refused. */
    static final Duration KEY_REST = Duration.ofMinutes(1);

    /** Far more than an hour in any format. */
    private static final long BYTES_MAX = 2L * 1024 * 1024 * 1024;

    private static final int COMPLAINT_MAX = 64 * 1024;

    private final Settings settings;
    private final Wire wire;
    private final KeyRings keys;
    private final Watchdog watchdog;
    private final InstantSource clock;

    Renderer(Settings settings, Wire wire, KeyRings keys, Watchdog watchdog, InstantSource clock) {
        this.settings = settings;
        this.wire = wire;
        this.keys = keys;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        Call call = Calls.of(request, settings.proof(), attempt.uploads());
        KeyRing ring = keys.of(request);
        long number = ring.number();
        Instant queueEnd = clock.instant().plus(settings.timeouts().queue());
        while (true) {
            KeyRing.Place place = place(ring, number, queueEnd, attempt.deadline());
            AudioStream begun = null;
            try {
                begun = ask(call, place, attempt);
            } finally {
                if (begun == null) {
                    place.release();
                }
            }
            if (begun != null) {
                return begun;
            }
        }
    }

    private KeyRing.Place place(KeyRing ring, long number, Instant queueEnd, Instant deadline)
            throws ProviderException {
        checkDeadline(deadline);
        try {
            return ring.take(number, queueEnd.isBefore(deadline) ? queueEnd : deadline);
        } catch (ProviderException e) {
            checkDeadline(deadline);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Failure.Unavailable.notRendered("interrupted in the queue"), e);
        }
    }

    /** Null where it should be asked again. */
    private @Nullable AudioStream ask(Call call, KeyRing.Place place, Attempt attempt) throws ProviderException {
        Instant asked = clock.instant();
        Instant firstBy = asked.plus(settings.timeouts().beginning(call.request()));
        Instant until = firstBy.isBefore(attempt.deadline()) ? firstBy : attempt.deadline();
        checkDeadline(attempt.deadline());
        Answer answer =
                wire.post(place.key(), call, Duration.between(asked, until).plusMillis(1));
        boolean begun = false;
        try {
            answer.concurrencyMax().ifPresent(place::learn);
            attempt.receipt().billed(answer.requestId(), place.key().name(), answer.cost());
            WatchedInput body = watched(answer, firstBy, attempt.deadline());
            if (!answer.isGood()) {
                handle(verdict(call, answer, body), answer, place);
                return null;
            }
            checkType(call, answer);
            AudioStream audio = new LiveAudio(call.content(answer, body), body, place).begin();
            begun = true;
            return audio;
        } catch (BadAudioException e) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs: " + e.getMessage()), e);
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("the connection to ElevenLabs broke"), e);
        } finally {
            if (!begun) {
                answer.close();
            }
        }
    }

    private void checkDeadline(Instant deadline) throws ProviderException {
        if (!clock.instant().isBefore(deadline)) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
    }

    private WatchedInput watched(Answer answer, Instant firstBy, Instant deadline) throws IOException {
        var watching = new Watching(watchdog, clock, settings.timeouts().idle());
        return new WatchedInput(answer.body(), watching, firstBy, deadline, BYTES_MAX);
    }

    private Verdict verdict(Call call, Answer answer, WatchedInput body) {
        byte[] complaint;
        try (body) {
            complaint = body.readNBytes(COMPLAINT_MAX);
        } catch (IOException unreadable) {
            complaint = new byte[0]; // The status says something, too.
        }
        Duration retryAfter = RetryAfter.of(answer.header("retry-after"), clock.instant());
        return Verdicts.on(call, Complaint.of(answer.status(), complaint), retryAfter);
    }

    /** Returns where it should be asked again. */
    private void handle(Verdict verdict, Answer answer, KeyRing.Place place) throws ProviderException {
        Duration told = RetryAfter.of(answer.header("retry-after"), clock.instant());
        switch (verdict.remedy()) {
            case NONE -> throw new ProviderException(charged(verdict.failure(), answer));
            case WAIT_FOR_A_PLACE -> place.crowded(Objects.requireNonNullElse(told, Duration.ZERO));
            case TAKE_ANOTHER_KEY -> place.setKeyAside(verdict.failure().message(), KEY_REST);
        }
    }

    /** Who was charged for an error has been rendered something. */
    private static Failure charged(Failure failure, Answer answer) {
        boolean charged = answer.cost() != null && answer.cost().signum() > 0;
        return charged && failure instanceof Failure.Unavailable unavailable
                ? new Failure.Unavailable(unavailable.message())
                : failure;
    }

    /** A page, or an error with a good status, is not handed on. */
    private static void checkType(Call call, Answer answer) throws ProviderException {
        String type = answer.mediaType();
        boolean page = type.equals("text/html") || type.equals("application/xml");
        boolean json = type.equals("application/json") || type.equals("application/problem+json");
        if (page || (json && !call.answeredInJson())) {
            throw new ProviderException(
                    new Failure.Unavailable("ElevenLabs answered with something else than what was asked for"));
        }
    }
}
