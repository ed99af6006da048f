package dev.parley.application.turns;

import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * When the characters of one turn are heard in the joined audio. The turn's start and end are counted in samples; what lies
 * between is as the provider told it, and spread evenly where it told nothing. A character's time is told once its sound has
 * been handed over.
 */
final class TurnTimes {

    /** Of a first character of which nothing is known yet. */
    private static final long CHARACTER_MILLIS = 60;

    private final int turn;
    private final int characters;
    private final int rateHz;
    private final long startMillis;
    private final List<CharacterTime> told = new ArrayList<>();
    private int released;
    private long lastStart;
    private long lastEnd;
    private long heardMillis;

    /** @param startSample of the turn in the joined audio */
    TurnTimes(int turn, int characters, int rateHz, long startSample) {
        this.turn = turn;
        this.characters = characters;
        this.rateHz = rateHz;
        this.startMillis = 1000 * startSample / rateHz;
    }

    /**
     * What is known once the joined audio is so long. The first character comes with the first sound, so that whoever leaves
     * early knows which turns had begun.
     */
    List<VoiceSegment> heard(long samples, List<VoiceSegment> segments) {
        heardMillis = 1000 * samples / rateHz - startMillis;
        segments.forEach(this::note);
        List<CharacterTime> times = new ArrayList<>();
        if (released == 0 && characters > 1 && heardMillis > 0) {
            times.add(bounded(told.isEmpty() ? new CharacterTime(0, CHARACTER_MILLIS) : told.getFirst()));
        }
        for (int i = released + times.size(); i < told.size() && told.get(i).endMillis() <= heardMillis; i++) {
            times.add(bounded(told.get(i)));
        }
        return released(times);
    }

    /** The rest of them: the turn has ended with what was heard last. */
    List<VoiceSegment> end() {
        List<CharacterTime> times = new ArrayList<>();
        for (int i = released; i < Math.min(told.size(), characters); i++) {
            times.add(bounded(told.get(i)));
        }
        int untold = characters - released - times.size();
        times.addAll(even(untold, lastEnd, heardMillis));
        return released(times);
    }

    /** So many characters, one after the other, in this time. */
    static List<CharacterTime> even(int characters, long fromMillis, long toMillis) {
        List<CharacterTime> times = new ArrayList<>(characters);
        long span = toMillis - fromMillis;
        for (int i = 0; i < characters; i++) {
            times.add(new CharacterTime(fromMillis + span * i / characters, fromMillis + span * (i + 1) / characters));
        }
        return times;
    }

    /** What is told twice counts once; after a hole nothing can be placed. */
    private void note(VoiceSegment segment) {
        int known = told.size() - segment.firstCharacter();
        if (known >= 0) {
            segment.characters().stream()
                    .skip(known)
                    .limit(characters - told.size())
                    .forEach(told::add);
        }
    }

    /** Within what was heard, and never back. */
    private CharacterTime bounded(CharacterTime time) {
        lastStart = Math.clamp(time.startMillis(), lastStart, Math.max(lastStart, heardMillis));
        lastEnd = Math.clamp(time.endMillis(), Math.max(lastStart, lastEnd), Math.max(lastEnd, heardMillis));
        return new CharacterTime(lastStart, lastEnd);
    }

    private List<VoiceSegment> released(List<CharacterTime> times) {
        if (times.isEmpty()) {
            return List.of();
        }
        var segment = new VoiceSegment(turn, released, times).later(startMillis);
        released += times.size();
        return List.of(segment);
    }
}
