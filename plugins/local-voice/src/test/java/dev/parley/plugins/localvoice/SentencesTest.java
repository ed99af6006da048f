package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Hello there. How are you? Well! Good.#Hello there. |How are you? |Well! |Good.",
                "Mr. Smith met J. Doe on St. James St. today.#Mr. Smith met J. Doe on St. James St. today.",
                "It costs 3.50 today.#It costs 3.50 today.",
                "He said \"No.\" Then he left.#He said \"No.\" |Then he left.",
                "One. [laughs] Two. [sighs]#One. |[laughs] Two. [sighs]",
                "what... no idea#what... no idea",
                "你好。 世界!#你好。 |世界!",
                "[laughs]#[laughs]",
                "Hi! 😀😀#Hi! 😀😀"
            })
    void aTextIsCutWhereASpeakerPauses(String text, String cut) {
        var spoken = sentences(text).stream()
                .map(sentence -> text.substring(
                        text.offsetByCodePoints(0, sentence.first()), text.offsetByCodePoints(0, sentence.end())))
                .toList();
        assertThat(String.join("|", spoken)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"a, 5000", "'a ', 2500", "'word, ', 800"})
    void noSentenceIsLong(String piece, int times) {
        assertThat(sentences(piece.repeat(times)))
                .allSatisfy(sentence -> assertThat(sentence.characters()).isLessThan(260));
    }

    @Property(tries = 500)
    void sentencesCoverEveryCharacterOnce(@ForAll String text) {
        int covered = 0;
        for (Sentence sentence : sentences(text)) {
            assertThat(sentence.first()).isEqualTo(covered);
            covered = sentence.end();
            assertWithin(sentence, sentence.words());
        }
        assertThat(covered).isEqualTo(text.codePointCount(0, text.length()));
    }

    private static List<Sentence> sentences(String text) {
        var sentences = new Sentences(text);
        return Stream.generate(sentences::next).takeWhile(Objects::nonNull).toList();
    }

    private static void assertWithin(Sentence sentence, List<Word> words) {
        int from = sentence.first();
        for (Word word : words) {
            assertThat(word.first()).isGreaterThanOrEqualTo(from);
            assertThat(word.end()).isGreaterThan(word.first()).isLessThanOrEqualTo(sentence.end());
            from = word.end();
        }
    }
}
