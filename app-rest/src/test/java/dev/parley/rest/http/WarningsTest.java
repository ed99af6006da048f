package dev.parley.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Property(tries = 300)
    void aWarningIsAlwaysPrintableAsciiAndBounded(@ForAll String text) {
        String header = Warnings.ascii(text);

        assertThat(header.chars()).allMatch(c -> c >= ' ' && c <= '~');
        assertThat(header.length()).isLessThanOrEqualTo(Warnings.LENGTH_MAX);
    }

    @Test
    void aLongWarningIsCut() {
        assertThat(Warnings.ascii("x".repeat(1000)))
                .hasSize(Warnings.LENGTH_MAX)
                .endsWith("x...");
    }

    @Test
    void asciiStaysAsItIs() {
        String all = IntStream.rangeClosed(' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Warnings.ascii(all)).isEqualTo(all);
    }
}
