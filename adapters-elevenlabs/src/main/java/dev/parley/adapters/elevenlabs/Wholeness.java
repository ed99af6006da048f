package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.IOException;

/**
 * Whether an audio that ended cleanly is all of it. The upstream is known to end streams in the middle as if that were all.
 *
 * <p>With timings, the last letter must have been reached, or enough audio must follow what was reached to hold the rest; and the
 * audio must not be shorter than its timings. That sees every cut but one that falls into the last second, or twentieth, after
 * timings that were told in advance.
 *
 * <p>Without timings all that is known is that nobody speaks more than {@value #LETTERS_PER_SECOND} letters in a second: twice
 * of what the fastest voices do, so that no honest audio is refused. Usual speech has some 13, so a cut is seen only if it took
 * about two thirds or more. That is why timings are asked for unless the operator says otherwise.
 */
record Wholeness(SpokenText text, Timeline timeline) {

    private static final int LETTERS_PER_SECOND = 40;

    /** Letters that a codec's last frame, or rounding, may hide. */
    private static final int FORGIVEN = 2;

    private static final long TIMINGS_AHEAD_MILLIS = 1000;

    /** Thirty times of what a character takes. */
    private static final long CHARACTER_MILLIS = 2000;

    private static final long PAUSES_MILLIS = 60_000;

    /** @throws IOException if it is longer than such a text can be: voices are known to go on and on */
    void checkGrowing(long audioMillis) throws IOException {
        if (audioMillis > PAUSES_MILLIS + text.length() * CHARACTER_MILLIS) {
            throw new BadAudioException("it sends more audio than the text can be");
        }
    }

    /** @throws IOException if some of it is missing */
    void check(long audioMillis) throws IOException {
        int missing = text.heardFrom(timeline.reached());
        long room = audioMillis - timeline.reachedMillis();
        boolean cut = missing * 1000L > LETTERS_PER_SECOND * Math.max(0, room) && missing > forgiven();
        long ahead = Math.max(TIMINGS_AHEAD_MILLIS, timeline.reachedMillis() / 20);
        if (audioMillis <= 0 || cut || timeline.reachedMillis() > audioMillis + ahead) {
            throw new BadAudioException("it ended the audio before its end");
        }
    }

    private int forgiven() {
        return timeline.reached() == 0 ? 0 : FORGIVEN;
    }
}
