package dev.parley.domain.account;

import static dev.parley.domain.account.SpendSpan.DAY;
import static dev.parley.domain.account.SpendSpan.HOUR;
import static dev.parley.domain.account.SpendSpan.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zones' clocks change on 2026-03-29 and 2026-10-25 in Europe: hours and days of UTC do not notice. */
class SpendSpanTest {

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z, 2026-11-21T11:00:00Z",
        "HOUR, 2026-11-21T10:00:59.999Z, 2026-11-21T10:00:00Z, 2026-11-21T11:00:00Z",
        "HOUR, 2026-11-21T10:59:59.999999999Z, 2026-11-21T10:00:00Z, 2026-11-21T11:00:00Z",
        "HOUR, 2026-11-21T23:59:59.999Z, 2026-11-21T23:00:00Z, 2026-11-22T00:00:00Z",
        "HOUR, 2026-12-31T23:59:59.999Z, 2026-12-31T23:00:00Z, 2027-01-01T00:00:00Z",
        "HOUR, 2026-03-29T01:30:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "HOUR, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "HOUR, 2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        "DAY, 2026-11-21T00:00:00Z, 2026-11-21T00:00:00Z, 2026-11-22T00:00:00Z",
        "DAY, 2026-11-21T23:59:59.999999999Z, 2026-11-21T00:00:00Z, 2026-11-22T00:00:00Z",
        "DAY, 2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 2026-03-30T00:00:00Z",
        "DAY, 2028-02-28T23:59:59.999Z, 2028-02-28T00:00:00Z, 2028-02-29T00:00:00Z",
        "DAY, 2028-02-29T12:00:00Z, 2028-02-29T00:00:00Z, 2028-03-01T00:00:00Z",
        "DAY, 2027-02-28T12:00:00Z, 2027-02-28T00:00:00Z, 2027-03-01T00:00:00Z",
        "DAY, 2016-12-31T23:59:59.999Z, 2016-12-31T00:00:00Z, 2017-01-01T00:00:00Z"
    })
    void beginsAndEndsOnTheHourOrAtMidnight(SpendSpan span, Instant at, Instant start, Instant end) {
        assertThat(span.startOf(at)).isEqualTo(start);
        assertThat(span.endOf(at)).isEqualTo(end);
    }

    @Test
    void totalBeganBeforeAnythingAndNeverEnds() {
        var now = Instant.parse("2026-11-21T10:00:00Z");
        assertThat(TOTAL.startOf(now)).isEqualTo(TOTAL.startOf(now.plusSeconds(1_000_000_000)));
        assertThat(TOTAL.endOf(now)).isNull();
    }

    @Property
    void everyInstantIsInExactlyOneHourAndOneDay(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
        var at = Instant.ofEpochMilli(millis);
        for (var span : new SpendSpan[] {HOUR, DAY}) {
            var end = Objects.requireNonNull(span.endOf(at));
            assertThat(at).isBetween(span.startOf(at), end.minusNanos(1));
            assertThat(span.startOf(end.minusNanos(1))).isEqualTo(span.startOf(at));
            assertThat(span.startOf(end)).isEqualTo(end);
        }
    }
}
