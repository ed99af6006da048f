package dev.parley.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void itIsOfVersionSeven() {
        var id = OrderedId.at(NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void laterOnesSortBehind() {
        var texts = IntStream.range(0, 1000)
                .mapToObj(i -> OrderedId.at(NOON.plusMillis(i)).toString())
                .toList();

        assertThat(texts).isSorted();
    }

    @Test
    void noTwoAreAlike() {
        var ids = Stream.generate(() -> OrderedId.at(NOON)).limit(100_000).toList();

        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }
}
