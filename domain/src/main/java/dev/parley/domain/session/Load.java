package dev.parley.domain.session;

import java.time.Duration;

/**
 * What frames carry of what has a price.
 *
 * @param characters code points of text to be spoken
 * @param audio length of the sound
 */
public record Load(int characters, Duration audio) {

    public static final Load NONE = new Load(0, Duration.ZERO);

    public static Load text(int characters) {
        return new Load(characters, Duration.ZERO);
    }

    /** A message in a talk: it is answered as if it were spoken, and counts as a second of sound, too. */
    public static Load message(int characters) {
        return new Load(characters, Duration.ofSeconds(1));
    }

    public static Load audio(Duration length) {
        return new Load(0, length);
    }

    public Load plus(Load other) {
        return new Load(Math.addExact(characters, other.characters), audio.plus(other.audio));
    }

    public Load minus(Load other) {
        return new Load(characters - other.characters, audio.minus(other.audio));
    }

    /** Whether either part is more than that. */
    public boolean exceeds(Load most) {
        return characters > most.characters || audio.compareTo(most.audio) > 0;
    }
}
