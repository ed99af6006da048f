package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.Piece.Alignment;
import dev.parley.adapters.elevenlabs.Piece.Timing;
import dev.parley.adapters.elevenlabs.Piece.TurnTime;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever the upstream tells, what is told on is in order, goes forward, and covers every character once. */
class TimelineTest {

    @Property(tries = 500)
    void everyCharacterIsToldOnceAndInOrder(
            @ForAll @Size(min = 1, max = 4) List<@StringLength(min = 1, max = 20) String> texts,
            @ForAll @Size(max = 6) List<@StringLength(max = 12) String> lines,
            @ForAll @DoubleRange(min = -5, max = 500) double start) {
        var timeline = timeline(texts);
        List<VoiceSegment> told = new ArrayList<>();
        double at = start;
        for (String line : lines) {
            told.addAll(timeline.accept(timing(at, line.split("", -1)), 0));
            at -= 0.3;
        }
        told.addAll(timeline.finish(1000));
        assertCovered(texts, told);
    }

    @Property(tries = 500)
    void linesOfTheTextAreFollowedToItsEnd(
            @ForAll @Size(min = 1, max = 4) List<@StringLength(min = 1, max = 30) String> drawn,
            @ForAll @Size(min = 1, max = 9) List<Byte> cuts) {
        List<String> texts = drawn.stream().map(TimelineTest::wellFormed).toList();
        var timeline = timeline(texts);
        int[] all = String.join("", texts).codePoints().toArray();
        int from = 0;
        for (int i = 0; from < all.length; i++) {
            int to = Math.min(all.length, from + 1 + Math.abs(cuts.get(i % cuts.size()) % 15));
            String line = new String(all, from, to - from);
            var _ = timeline.accept(
                    timing(
                            from * 0.1,
                            line.codePoints().mapToObj(Character::toString).toArray(String[]::new)),
                    0);
            from = to;
            assertThat(timeline.reached()).isEqualTo(from);
        }
    }

    @Example
    void halvesOfSurrogatePairsAreOneCharacter() {
        var told = timeline(List.of("a😀b")).accept(timing(1, "a", "\ud83d", "\ude00", "b"), 0);
        assertThat(times(told)).containsExactly(time(1000, 1100), time(1100, 1300), time(1300, 1400));
    }

    @Example
    void aGraphemeSharesItsTimeAmongItsCharacters() {
        var told = timeline(List.of("ae\u0301b")).accept(timing(0, "a", "e\u0301", "b"), 0);
        assertThat(times(told)).containsExactly(time(0, 100), time(100, 150), time(150, 200), time(200, 300));
    }

    @Example
    void whatTheUpstreamLeavesOutGetsTheTimeBetween() {
        var timeline = timeline(List.of("[laughs] Well, hello there."));
        timeline.accept(timing(2, "Well, hello there.".split("", -1)), 0);
        assertThat(timeline.reached()).isEqualTo(27);
    }

    @Example
    void charactersThatTheUpstreamAddsAreDropped() {
        var timeline = timeline(List.of("Hello there.", "General Kenobi."));
        var told = timeline.accept(timing(0, "Hello there. \nGeneral Kenobi.".split("", -1)), 0);
        assertThat(told).extracting(VoiceSegment::turn).containsExactly(0, 1);
        assertThat(times(told)).hasSize(27);
    }

    @Example
    void aLineThatCameBeforeTellsNothing() {
        var timeline = timeline(List.of("One line of it. Another line. And the last."));
        timeline.accept(timing(0, "One line of it. ".split("", -1)), 0);
        timeline.accept(timing(1.6, "Another line. ".split("", -1)), 0);
        assertThat(timeline.accept(timing(0, "One line of it. ".split("", -1)), 0))
                .isEmpty();
        assertThat(timeline.accept(timing(1.6, "Another line. ".split("", -1)), 0))
                .isEmpty();
        assertThat(times(timeline.accept(timing(3, "And the last.".split("", -1)), 0)))
                .startsWith(time(3000, 3100));
    }

    @Example
    void absurdTimesAreToldInOrder() {
        for (double start : new double[] {1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
            var timeline = timeline(List.of("abcdef", "gh"));
            List<VoiceSegment> told = new ArrayList<>(timeline.accept(timing(0.5, "a", "b"), 0));
            told.addAll(timeline.accept(timing(start, "c", "d"), 400));
            told.addAll(timeline.accept(timing(0.7, "e", "f"), 600));
            told.addAll(timeline.accept(new Timing(null, List.of(new TurnTime(1, start, 2))), 0));
            told.addAll(timeline.finish(1000));
            assertCovered(List.of("abcdef", "gh"), told);
        }
    }

    @Example
    void equalTurnsInARowAreEachTold() {
        var timeline = timeline(List.of("No, no.", "No, no.", "No, no."));
        for (int i = 0; i < 3; i++) {
            var told = timeline.accept(timing(i, "No, no.".split("", -1)), 0);
            assertThat(told).extracting(VoiceSegment::turn).containsExactly(i);
        }
    }

    @Example
    void aLineThatOverlapsTellsWhatIsNew() {
        var timeline = timeline(List.of("Good evening, everybody."));
        timeline.accept(timing(0, "Good evening,".split("", -1)), 0);
        var told = timeline.accept(timing(0.5, "evening, everybody.".split("", -1)), 0);
        assertThat(told).singleElement().satisfies(segment -> {
            assertThat(segment.firstCharacter()).isEqualTo(13);
            assertThat(segment.characters()).hasSize(11);
        });
    }

    @Example
    void turnsAloneAreTimesTooIfTheyAreAllThereIs() {
        var timeline = timeline(List.of("ab", "cd"));
        var told = timeline.accept(new Timing(null, List.of(new TurnTime(0, 0, 1), new TurnTime(1, 1, 2))), 0);
        assertThat(times(told)).containsExactly(time(0, 500), time(500, 1000), time(1000, 1500), time(1500, 2000));
    }

    @Example
    void theRestLastsToTheEndOfTheAudio() {
        var timeline = timeline(List.of("abcd"));
        timeline.accept(timing(0, "a", "b"), 0);
        assertThat(times(timeline.finish(400))).containsExactly(time(200, 300), time(300, 400));
    }

    private static Timeline timeline(List<String> texts) {
        return new Timeline(new SpokenText(turns(texts)));
    }

    private static List<Turn> turns(List<String> texts) {
        return texts.stream()
                .map(text -> new Turn(text, new VoiceRef("elevenlabs", "v")))
                .toList();
    }

    /** A tenth of a second each. */
    private static Timing timing(double start, String... characters) {
        double[] starts = new double[characters.length];
        Arrays.setAll(starts, i -> start + i * 0.1);
        double[] ends = new double[characters.length];
        Arrays.setAll(ends, i -> start + (i + 1) * 0.1);
        return new Timing(new Alignment(List.of(characters), starts, ends), List.of());
    }

    private static String wellFormed(String text) {
        return text.codePoints()
                .map(character -> Character.getType(character) == Character.SURROGATE ? 'x' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertCovered(List<String> texts, List<VoiceSegment> told) {
        int[] covered = new int[texts.size()];
        CharacterTime before = new CharacterTime(0, 0);
        for (VoiceSegment segment : told) {
            assertThat(segment.firstCharacter()).isEqualTo(covered[segment.turn()]);
            covered[segment.turn()] += segment.characters().size();
            for (CharacterTime time : segment.characters()) {
                assertThat(time.startMillis()).isGreaterThanOrEqualTo(before.startMillis());
                assertThat(time.endMillis()).isGreaterThanOrEqualTo(before.endMillis());
                before = time;
            }
        }
        assertThat(covered)
                .isEqualTo(texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .toArray());
    }

    private static List<CharacterTime> times(List<VoiceSegment> segments) {
        return segments.stream()
                .flatMap(segment -> segment.characters().stream())
                .toList();
    }

    private static CharacterTime time(long start, long end) {
        return new CharacterTime(start, end);
    }
}
