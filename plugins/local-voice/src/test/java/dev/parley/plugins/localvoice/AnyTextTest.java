package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.CharacterTime;
import dev.parley.plugins.localvoice.Speaking.Heard;
import dev.parley.ports.provider.ProviderException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a caller may send is spoken without an error, and each of its characters is timed once. */
class AnyTextTest {

    private static final String[] PIECES = {
        "hello",
        "world.",
        "[laughs]",
        "[",
        "]",
        " ",
        "\n",
        "\n\n",
        "...",
        "?!",
        "Mr.",
        "naïve",
        "«bonjour»",
        "你好。",
        "世界",
        "こんにちは",
        "안녕하세요",
        "مرحبا",
        "שלום",
        "ไทย",
        "नमस्ते",
        "Привет!",
        "😀",
        "👩‍👩‍👧‍👦",
        "🇬🇧",
        "e\u0301",
        "Z̶̛͉a̷l̸g̴o̵",
        "\u202e",
        "\u200d",
        "\ufdfd",
        "\ufeff",
        "\ud83d\ude00",
        "12",
        "3.14",
        "-5",
        "1/2",
        "99999999999/3",
        "$1,000.50",
        "10:15",
        "25%",
        "555-1234",
        "1st",
        "XIV",
        "A",
        "a",
        "I",
        "CEO",
        "w",
        "hh",
        "-",
        "--",
        "'",
        "''",
        "'tis",
        "O'Neil's",
        "\"",
        "(",
        ")",
        "*",
        "&",
        "@",
        "#",
        "/",
        "\\",
        "<b>",
        "{",
        "}",
        "~",
        "`",
        "^",
        "_",
        "|",
        "$",
        "%",
        ",",
        ";",
        ":",
        "$.",
        "%%",
        "www.example.com/a-b?c=d",
        "antidisestablishmentarianism",
        "zzzzzzzzzz",
        "bcdfg",
        "1e400",
        "0x1F",
        "\u0660\u0661",
        "St.",
        "Dr."
    };

    @Property(tries = 150)
    void mixedTextIsSpokenAndTimed(@ForAll("mixed") String text) throws ProviderException {
        assertCovered(text, Speaking.hear("Aria", text));
    }

    @Property(tries = 100)
    void arbitraryUnicodeIsSpokenAndTimed(@ForAll("unicode") String text) throws ProviderException {
        assertCovered(text, Speaking.hear("Adam", text));
    }

    @Property(tries = 100)
    void arbitraryAsciiIsSpokenAndTimed(@ForAll("ascii") String text) throws ProviderException {
        assertCovered(text, Speaking.hear("Elli", text));
    }

    @Example
    void theLongestTurnIsSpokenAndTimed() throws ProviderException {
        String text = "It was the best of times, it was the worst of times. "
                .repeat(95)
                .substring(0, 5000);
        assertCovered(text, Speaking.hear("George", text));
    }

    @Example
    void theLongestWordIsSpokenAndTimed() throws ProviderException {
        String text = "abracadabra".repeat(500).substring(0, 5000);
        assertCovered(text, Speaking.hear("George", text));
    }

    @Example
    void nothingButEmojiIsABoundedSilence() throws ProviderException {
        String text = "😀".repeat(5000);
        var heard = Speaking.hear("George", text);
        assertCovered(text, heard);
        assertThat(heard.millis()).isLessThanOrEqualTo(3000);
    }

    /** FreeTTS throws on all of these as they are written, or has no diphones for them. */
    @Property
    void whatFreeTtsStumblesOverIsHeardAllTheSame(@ForAll("stumblingBlocks") String text) throws ProviderException {
        assertThat(Acoustics.rms(Speaking.hear("Aria", text).samples())).isGreaterThan(500);
    }

    @Provide
    Arbitrary<String> stumblingBlocks() {
        return Arbitraries.of("99999999999/3", "x'tve", "$1,000.5012", "HiR", "hnGZLPA", "F9Tkt", "Aww", "yah w");
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(60);
    }

    private static void assertCovered(String text, Heard heard) {
        int covered = 0;
        long heardUntil = 0;
        for (var segment : heard.segments()) {
            assertThat(segment.turn()).isZero();
            assertThat(segment.firstCharacter()).isEqualTo(covered);
            covered += segment.characters().size();
            for (CharacterTime time : segment.characters()) {
                assertThat(time.startMillis()).isGreaterThanOrEqualTo(heardUntil);
                heardUntil = time.endMillis();
            }
        }
        assertThat(covered).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(heardUntil).isPositive().isLessThanOrEqualTo(heard.millis());
    }
}
