package dev.parley.adapters.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'plain text'             | 'plain text'",
                "'a\u0007b\u001b[31mc'    | 'a b [31mc'",
                "'over\u202eturned'       | 'over turned'",
                "'one\r\ntwo\u2028three'  | 'one two three'",
                "'  ü 汉 🙂  '             | 'ü 汉 🙂'",
                "''                       | ''",
            })
    void onlyWhatPrintsIsShown(String body, String shown) {
        assertThat(Excerpt.of(body.getBytes(UTF_8))).isEqualTo(shown);
    }

    @Test
    void theBeginningIsEnough() {
        assertThat(Excerpt.of("🙂".repeat(1000).getBytes(UTF_8))).isEqualTo("🙂".repeat(500));
    }

    @Property
    void anyBytesBecomeShortAndPrintable(@ForAll byte[] body) {
        var excerpt = Excerpt.of(body);

        assertThat(excerpt.codePointCount(0, excerpt.length())).isLessThanOrEqualTo(500);
        assertThat(excerpt.codePoints()).noneMatch(Character::isISOControl);
    }
}
