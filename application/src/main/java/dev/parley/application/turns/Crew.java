package dev.parley.application.turns;

import dev.parley.domain.render.Failure;
import dev.parley.ports.audio.Loudness;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one dialogue while they are spoken: so many at once, begun in order, each by a thread of its own. Where one
 * fails, all end.
 */
final class Crew {

    private static final System.Logger LOG = System.getLogger(Crew.class.getName());

    private final TurnCalls calls;
    private final AudioStream first;
    private final int atOnce;
    private final InstantSource clock;
    private final List<SpokenTurn> turns;
    private final BitSet withProvider = new BitSet();
    private int begun;
    private boolean closed;
    private @Nullable ProviderException broken;

    /** @param first the first turn's stream, which has begun */
    Crew(TurnCalls calls, Loudness loudness, AudioStream first, int atOnce, InstantSource clock) {
        this.calls = calls;
        this.first = first;
        this.atOnce = atOnce;
        this.clock = clock;
        this.turns = IntStream.range(0, calls.count())
                .mapToObj(turn -> new SpokenTurn(calls, turn, new TurnAudio(calls.rateHz(), loudness), clock))
                .toList();
    }

    synchronized void start() {
        begun(0);
        beginUntil(atOnce);
    }

    TurnAudio audio(int turn) {
        return turns.get(turn).audio();
    }

    /** The turn has been read to its end: another one may begin. */
    synchronized void finished(int turn) {
        beginUntil(turn + 1 + atOnce);
    }

    /** @throws ProviderException if there will be no more audio */
    void check() throws ProviderException {
        synchronized (this) {
            if (broken != null) {
                throw broken;
            }
            if (closed) {
                throw unavailable("The rendering was closed before its end.");
            }
        }
        if (!clock.instant().isBefore(calls.deadline())) {
            throw unavailable("The provider did not render the dialogue in time.");
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        turns.forEach(SpokenTurn::stop);
    }

    private void beginUntil(int end) {
        for (; begun < Math.min(end, turns.size()) && !closed && broken == null; begun++) {
            int turn = begun;
            // Decoding computes and never yields: that is for threads of the operating system.
            Thread.ofPlatform()
                    .daemon()
                    .name("turn-" + (turn + 1))
                    .uncaughtExceptionHandler((_, e) -> brokeDown(e))
                    .start(() -> speak(turn));
        }
    }

    private void speak(int turn) {
        try {
            turns.get(turn).speak(turn == 0 ? first : null, () -> begun(turn));
        } catch (ProviderException e) {
            fail(new ProviderException(afterOthers(e.failure()), e));
        } catch (InterruptedException e) {
            fail(unavailable("The turn was interrupted."));
        }
    }

    /**
     * Whoever waits for the reader keeps a place with the provider. They may wait only where all turns before them have a place
     * or are done with it: else those could be waiting for this one, and the reader for them.
     */
    private synchronized void begun(int turn) {
        withProvider.set(turn);
        for (int i = 0; i <= Math.min(withProvider.nextClearBit(0), turns.size() - 1); i++) {
            turns.get(i).audio().restrain();
        }
    }

    private void brokeDown(Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "a turn broke down", cause);
        fail(new ProviderException(new Failure.Unavailable("The provider broke down."), cause));
    }

    private void fail(ProviderException failure) {
        synchronized (this) {
            if (closed || broken != null) {
                return; // It fails because the others have ended.
            }
            broken = failure;
        }
        turns.forEach(SpokenTurn::stop);
    }

    /** The first turn has begun by now, so whatever fails, something was rendered. */
    private static Failure afterOthers(Failure failure) {
        return switch (failure) {
            case Failure.Throttled(var message, var _) -> new Failure.Unavailable(message);
            case Failure.Unavailable(var message, var _) -> new Failure.Unavailable(message);
            case Failure.Rejected _, Failure.Misconfigured _ -> failure;
        };
    }

    private static ProviderException unavailable(String message) {
        return new ProviderException(new Failure.Unavailable(message));
    }
}
