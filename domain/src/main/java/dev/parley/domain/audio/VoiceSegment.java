package dev.parley.domain.audio;

import java.util.List;

/**
 * A stretch of one turn, and when each of its characters is heard. A turn may come in several segments, in order; together
 * they cover every character of its text once.
 *
 * @param turn index of the turn in its dialogue, from 0
 * @param firstCharacter index in the turn's text of the first character covered, in code points, from 0
 * @param characters one time per code point, not empty, never going back
 */
public record VoiceSegment(int turn, int firstCharacter, List<CharacterTime> characters) {
    public VoiceSegment {
        characters = List.copyOf(characters);
        if (turn < 0 || firstCharacter < 0 || characters.isEmpty()) {
            throw new IllegalArgumentException("a segment covers at least one character of an existing turn");
        }
    }

    public long startMillis() {
        return characters.getFirst().startMillis();
    }

    public long endMillis() {
        return characters.getLast().endMillis();
    }

    /** The same segment in audio that starts {@code millis} later. */
    public VoiceSegment later(long millis) {
        return millis == 0
                ? this
                : new VoiceSegment(
                        turn,
                        firstCharacter,
                        characters.stream()
                                .map(time -> new CharacterTime(time.startMillis() + millis, time.endMillis() + millis))
                                .toList());
    }
}
