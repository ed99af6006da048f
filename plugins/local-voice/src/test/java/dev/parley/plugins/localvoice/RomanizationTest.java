package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "hello#hello",
                "don’t#don't",
                "wait—what#wait, what",
                "naïve#naive",
                "Straße#Strasse",
                "Łódź#Lodz",
                "Привет#Privet",
                "你#ni",
                "안녕#annyeong",
                "Ελλάδα#Ellada",
                "salt&pepper#salt and pepper",
                "100%#100%",
                "€5#euros 5"
            })
    void anyScriptBecomesAsciiThatCanBeRead(String text, String spoken) {
        assertThat(Romanization.of(text)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({"😀", "~", "★", "\u200d", "__"})
    void whatHasNoSoundBecomesNothing(String text) {
        assertThat(Romanization.of(text)).isBlank();
    }
}
