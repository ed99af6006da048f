package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Turn;
import dev.parley.ports.provider.AudioStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One chunk for every ten characters. */
final class ToneStream implements AudioStream {

    private static final int CHARACTER_MILLIS = 60;
    private static final int CHUNK_CHARACTERS = 10;

    private final List<Turn> turns;
    private final int rateHz;
    private final boolean timings;
    private volatile boolean closed;
    private int turn;
    private int character;
    private long millis;

    ToneStream(List<Turn> turns, int rateHz, boolean timings) {
        this.turns = turns;
        this.rateHz = rateHz;
        this.timings = timings;
    }

    @Override
    public @Nullable AudioChunk next() {
        if (closed || turn == turns.size()) {
            return null;
        }
        Turn speaking = turns.get(turn);
        int characters = Math.min(CHUNK_CHARACTERS, speaking.characters() - character);
        var segment = new VoiceSegment(turn, character, times(characters));
        byte[] bytes = tone(characters, speaking.voice().voice().equals("tone-low") ? 220 : 440);
        character += characters;
        millis += (long) characters * CHARACTER_MILLIS;
        if (character == speaking.characters()) {
            turn++;
            character = 0;
        }
        return new AudioChunk(bytes, timings ? List.of(segment) : List.of());
    }

    @Override
    public void close() {
        closed = true;
    }

    private List<CharacterTime> times(int characters) {
        List<CharacterTime> times = new ArrayList<>();
        for (int i = 0; i < characters; i++) {
            long start = millis + (long) i * CHARACTER_MILLIS;
            times.add(new CharacterTime(start, start + CHARACTER_MILLIS));
        }
        return times;
    }

    private byte[] tone(int characters, int pitchHz) {
        byte[] bytes = new byte[2 * characters * CHARACTER_MILLIS * rateHz / 1000];
        for (int i = 0; i < bytes.length / 2; i++) {
            int sample = i * pitchHz / rateHz % 2 == 0 ? 6000 : -6000;
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
