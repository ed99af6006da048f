package dev.parley.application.turns;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One chunk for each character. */
final class HummedStream implements AudioStream {

    static final int CHARACTER_MILLIS = 60;

    private final SpeechRequest request;
    private final boolean timings;
    private final AudioEncoder encoder;
    private int character;
    private boolean ended;
    final AtomicInteger chunksRead = new AtomicInteger();
    volatile boolean closed;

    HummedStream(SpeechRequest request, boolean timings) {
        this.request = request;
        this.timings = timings;
        this.encoder = new StandardCodecs().encoder(request.format());
    }

    @Override
    public @Nullable AudioChunk next() {
        if (closed || ended) {
            return null;
        }
        if (character == request.characters()) {
            ended = true;
            return AudioChunk.of(encoder.finish());
        }
        long start = (long) character * CHARACTER_MILLIS;
        var segment = new VoiceSegment(0, character, List.of(new CharacterTime(start, start + CHARACTER_MILLIS)));
        character++;
        chunksRead.incrementAndGet();
        return new AudioChunk(encoder.encode(hum()), timings ? List.of(segment) : List.of());
    }

    @Override
    public void close() {
        closed = true;
    }

    private short[] hum() {
        short[] samples = new short[CHARACTER_MILLIS * request.format().sampleRateHz() / 1000];
        short loud = amplitude(request.turn().voice().voice());
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 20 % 2 == 0 ? loud : (short) -loud;
        }
        return samples;
    }

    /** 8 dB apart, and 0.7 dB apart. */
    static short amplitude(String voice) {
        return switch (voice) {
            case SpeechOnly.SOFT -> 2400;
            case SpeechOnly.AS_LOUD -> 5535;
            default -> 6000;
        };
    }
}
