package dev.parley.application.turns;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns in order, with gaps between them, as one audio. The first is handed on as it comes; the others meet its loudness. */
final class JoinedStream implements AudioStream {

    private final Crew crew;
    private final TurnRequests requests;
    private final AudioEncoder encoder;
    private final Duration gap;
    private final Levels levels = new Levels();
    private final int rateHz;
    private int turn;
    private @Nullable TurnTimes times;
    private @Nullable Gain gain;
    private long samples;
    private boolean ended;

    JoinedStream(Crew crew, TurnRequests requests, AudioEncoder encoder, Duration gap) {
        this.crew = crew;
        this.requests = requests;
        this.encoder = encoder;
        this.gap = gap;
        this.rateHz = requests.samples().sampleRateHz();
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        try {
            while (!ended) {
                crew.check();
                var chunk = step();
                if (chunk.bytes().length > 0 || !chunk.segments().isEmpty()) {
                    return chunk;
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("The rendering was interrupted."), e);
        }
    }

    @Override
    public void close() {
        crew.close();
    }

    private AudioChunk step() throws ProviderException, InterruptedException {
        var heard = times;
        if (heard == null) {
            return begin();
        }
        var audio = crew.audio(turn);
        if (gain == null) {
            gain = new Gain(turn == 0 ? 1 : levels.factor(audio.awaitLevel()));
        }
        var piece = audio.take();
        crew.check();
        if (piece == null) {
            return end(audio, heard);
        }
        samples += piece.samples().length;
        return chunk(encoder.encode(gain.apply(piece.samples())), heard.heard(samples, piece.segments()));
    }

    private AudioChunk begin() {
        var pause = requests.turn(turn).pause();
        var before = pause != null ? pause : turn == 0 ? Duration.ZERO : gap;
        int silence = Math.toIntExact(before.toMillis() * rateHz / 1000);
        samples += silence;
        times = new TurnTimes(turn, requests.turn(turn).characters(), rateHz, samples);
        return chunk(encoder.encode(new short[silence]), List.of());
    }

    private AudioChunk end(TurnAudio audio, TurnTimes heard) {
        if (turn == 0) {
            var _ = levels.factor(audio.level());
        }
        crew.finished(turn);
        turn++;
        times = null;
        gain = null;
        ended = turn == requests.count();
        return chunk(ended ? encoder.finish() : new byte[0], heard.end());
    }

    private AudioChunk chunk(byte[] bytes, List<VoiceSegment> segments) {
        return new AudioChunk(
                bytes,
                segments.stream()
                        .map(segment -> segment.later(encoder.delayMillis()))
                        .toList());
    }
}
