package dev.parley.application.turns;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Speaks one turn: from the provider's bytes to samples without silence at their ends. Run by one thread, stopped by any. */
final class SpokenTurn {

    private static final int TIMES_MAX = 5;

    private final TurnCalls calls;
    private final int index;
    private final TurnAudio audio;
    private final InstantSource clock;
    private final SilenceTrim trim;
    private final List<VoiceSegment> told = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable AudioStream source;
    private @Nullable Thread asking;

    SpokenTurn(TurnCalls calls, int index, TurnAudio audio, InstantSource clock) {
        this.calls = calls;
        this.index = index;
        this.audio = audio;
        this.clock = clock;
        this.trim = new SilenceTrim(calls.rateHz());
    }

    TurnAudio audio() {
        return audio;
    }

    /**
     * Speaks it to its end.
     *
     * @param begun the turn's stream where it has been asked for already
     * @param whenBegun is run once the provider has begun
     */
    void speak(@Nullable AudioStream begun, Runnable whenBegun) throws ProviderException, InterruptedException {
        try (var stream = opened(begun == null ? open() : begun)) {
            whenBegun.run();
            var decoder = calls.samples();
            AudioChunk chunk;
            while ((chunk = stream.next()) != null) {
                hand(decoder.decode(chunk.bytes()), chunk.segments());
            }
            hand(decoder.finish(), List.of());
            audio.put(new TurnAudio.Piece(new short[0], heard()));
            audio.complete();
        } catch (IOException e) {
            throw new ProviderException(
                    new Failure.Unavailable("The audio from the provider is broken: " + e.getMessage() + "."), e);
        }
    }

    /** Ends the provider's work on this turn. Idempotent. */
    void stop() {
        stopped.countDown();
        audio.drop();
        var open = interrupted();
        if (open != null) {
            open.close();
        }
    }

    /** The stream to close; where there is none yet, whoever asks for it is woken. */
    private synchronized @Nullable AudioStream interrupted() {
        if (source == null && asking != null) {
            asking.interrupt();
        }
        return source;
    }

    /** Whoever stopped before the stream was there could not close it. */
    private AudioStream opened(AudioStream stream) {
        synchronized (this) {
            source = stream;
        }
        if (stopped.getCount() == 0) {
            stream.close();
        }
        return stream;
    }

    /**
     * A turn that comes too fast for the provider has cost nothing: it is asked for again, as the provider says. So is, once, one
     * that is known not to have been rendered: the other turns are paid for.
     */
    private AudioStream open() throws ProviderException, InterruptedException {
        synchronized (this) {
            asking = Thread.currentThread();
        }
        for (int time = 1; ; time++) {
            if (stopped.getCount() == 0) {
                throw new InterruptedException("stopped before it began");
            }
            try {
                return calls.begin(index);
            } catch (ProviderException e) {
                var pause = pauseAfter(e.failure(), time);
                if (pause.isEmpty()
                        || !clock.instant().plus(pause.get()).isBefore(calls.deadline())
                        || stopped.await(pause.get().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw e;
                }
            }
        }
    }

    /** Empty where it is not asked for again. */
    private static Optional<Duration> pauseAfter(Failure failure, int times) {
        return switch (failure) {
            case Failure.Throttled(var _, Duration retryAfter) ->
                times < TIMES_MAX ? Optional.of(retryAfter) : Optional.empty();
            case Failure.Unavailable(var _, boolean mayHaveRendered) ->
                !mayHaveRendered && times == 1 ? Optional.of(Duration.ZERO) : Optional.empty();
            case Failure.Rejected _, Failure.Misconfigured _ -> Optional.empty();
        };
    }

    private void hand(short[] samples, List<VoiceSegment> segments) throws InterruptedException {
        told.addAll(segments);
        short[] heard = trim.push(samples);
        if (heard.length > 0) {
            audio.put(new TurnAudio.Piece(heard, heard()));
        }
    }

    /** What the provider told so far, counted from the first sample that is kept: only now is it known which that is. */
    private List<VoiceSegment> heard() {
        long cut = 1000L * trim.leading() / calls.rateHz();
        var segments = told.stream().map(segment -> earlier(segment, cut)).toList();
        told.clear();
        return segments;
    }

    private static VoiceSegment earlier(VoiceSegment segment, long millis) {
        return new VoiceSegment(
                segment.turn(),
                segment.firstCharacter(),
                segment.characters().stream()
                        .map(time -> new CharacterTime(
                                Math.max(0, time.startMillis() - millis), Math.max(0, time.endMillis() - millis)))
                        .toList());
    }
}
