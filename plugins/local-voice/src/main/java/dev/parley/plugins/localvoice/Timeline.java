package dev.parley.plugins.localvoice;

import dev.parley.domain.audio.CharacterTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times of the boundaries between a sentence's characters: known at some, evenly spread between those. */
final class Timeline {

    private final double[] seconds;
    private final double end;
    private int known;

    /** @param start of the first character, in seconds */
    Timeline(int characters, double start, double end) {
        this.seconds = new double[characters + 1];
        this.seconds[0] = start;
        this.end = end;
    }

    /** The boundary before {@code character} is heard then, or as near to it as order allows. Call in order. */
    void at(int character, double second) {
        double from = seconds[known];
        double to = Math.clamp(second, from, Math.max(from, end));
        for (int i = known + 1; i <= character; i++) {
            seconds[i] = from + (to - from) * (i - known) / (character - known);
        }
        known = Math.max(known, character);
    }

    /** One time per character, the last ending at the end. */
    List<CharacterTime> times() {
        at(seconds.length - 1, end);
        long[] millis =
                Arrays.stream(seconds).mapToLong(time -> (long) (time * 1000)).toArray();
        List<CharacterTime> times = new ArrayList<>(millis.length - 1);
        for (int i = 1; i < millis.length; i++) {
            times.add(new CharacterTime(millis[i - 1], millis[i]));
        }
        return times;
    }
}
