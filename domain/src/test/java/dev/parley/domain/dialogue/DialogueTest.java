package dev.parley.domain.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueTest {
    private static final int PLANES = 17;
    private static final VoiceRef ADA = new VoiceRef("local", "ada");
    private static final VoiceRef BEN = new VoiceRef("local", "ben");

    @ParameterizedTest
    @CsvSource(textBlock = """
        empty                        | ''                                                      | 0
        letters                      | Hello                                                   | 5
        e with acute, one character  | \u00e9                                                  | 1
        e and combining acute        | e\u0301                                                 | 2
        CJK                          | \u65e5\u672c                                            | 2
        astral letter                | \ud835\udd38                                            | 1
        emoji                        | \ud83d\ude00                                            | 1
        flag                         | \ud83c\uddeb\ud83c\uddf7                                | 2
        family of four               | \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 | 7
        audio tag is counted         | [laughs] ha                                             | 11
        """, delimiter = '|')
    void turnIsCountedInCodePoints(String what, String text, int characters) {
        assertThat(new Turn(text, ADA).characters()).as(what).isEqualTo(characters);
    }

    @Property
    @StatisticsReport(StatisticsReportMode.OFF)
    void turnCountsEveryCodePointOfEveryPlaneOnce(@ForAll("codePoints") List<Integer> codePoints) {
        assertThat(new Turn(text(codePoints), ADA).characters()).isEqualTo(codePoints.size());

        codePoints.forEach(codePoint -> Statistics.collect(codePoint >> 16));
        Statistics.coverage(planes -> {
            for (int plane = 0; plane < PLANES; plane++) {
                planes.check(plane).count(seen -> seen > 0);
            }
        });
    }

    @Property
    void dialogueCountsTheSumOfItsTurns(@ForAll("texts") List<List<Integer>> texts) {
        var turns = texts.stream().map(text -> new Turn(text(text), ADA)).toList();
        int characters = texts.stream().mapToInt(List::size).sum();
        assertThat(new Dialogue(turns, DialogueSettings.DEFAULT).characters()).isEqualTo(characters);
    }

    @Test
    void voicesAreDistinctAndInOrderOfAppearance() {
        var dialogue = new Dialogue(
                List.of(new Turn("one", BEN), new Turn("two", ADA), new Turn("three", BEN)), DialogueSettings.DEFAULT);
        assertThat(dialogue.voices()).containsExactly(BEN, ADA);
    }

    @Test
    void voicesOfTwoProvidersDifferUnderOneName() {
        var stranger = new VoiceRef("acme", "ada");
        var dialogue = new Dialogue(List.of(new Turn("one", ADA), new Turn("two", stranger)), DialogueSettings.DEFAULT);
        assertThat(dialogue.voices()).containsExactly(ADA, stranger);
    }

    @Test
    void hasAtLeastOneTurn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dialogue(List.of(), DialogueSettings.DEFAULT));
    }

    @Test
    void voicePrintsItsProviderFirst() {
        assertThat(ADA).hasToString("local:ada");
    }

    @Provide
    static Arbitrary<List<Integer>> codePoints() {
        var plane = Arbitraries.integers().between(0, PLANES - 1).withoutEdgeCases();
        var place = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(plane, place)
                .as((high, low) -> (high << 16) + low)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    static Arbitrary<List<List<Integer>>> texts() {
        return codePoints().list().ofMinSize(1).ofMaxSize(12);
    }

    private static String text(List<Integer> codePoints) {
        var text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }
}
