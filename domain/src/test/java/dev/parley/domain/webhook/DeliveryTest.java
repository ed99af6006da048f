package dev.parley.domain.webhook;

import static dev.parley.domain.webhook.Deliverable.NOON;
import static dev.parley.domain.webhook.Deliverable.aDelivery;
import static dev.parley.domain.webhook.Deliverable.answered;
import static dev.parley.domain.webhook.Deliverable.busy;
import static dev.parley.domain.webhook.Deliverable.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final DeliveryOutcome SILENCE = new Unanswered("No answer within 15 s.");

    @Test
    void isDueAtOnce() {
        assertThat(aDelivery().state()).isEqualTo(new Waiting(0, NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyTwoHundredIsTaken(int status) {
        assertThat(sent().after(answered(status), NOON, 0.5).state()).isEqualTo(new Delivered(NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 301, 302, 307, 308, 400, 401, 404, 429, 500, 503})
    void anythingElseIsTriedAgain(int status) {
        assertThat(sent().after(answered(status), NOON, 0.5).state()).isEqualTo(new Waiting(1, NOON.plusSeconds(5)));
    }

    @Test
    void silenceIsTriedAgain() {
        assertThat(sent().after(SILENCE, NOON, 0.5).state()).isEqualTo(new Waiting(1, NOON.plusSeconds(5)));
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        assertThat(sent().after(answered(410), NOON, 0.5).state()).isInstanceOf(Dead.class);
    }

    @Test
    void tenAttemptsAreMadeInAboutSeventySixHours() {
        var pauses = new ArrayList<Duration>();
        var delivery = sent();
        Instant now = NOON;
        while (delivery.after(SILENCE, now, 0.5).state() instanceof Waiting(int tries, Instant due)) {
            pauses.add(Duration.between(now, due));
            delivery = delivery.in(new Waiting(tries, due)).claimed(due.plusSeconds(30));
            now = due;
        }
        assertThat(pauses)
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24)));
        assertThat(delivery.attempts()).isEqualTo(10);
    }

    @Test
    void theLastFailureIsTold() {
        var last = aDelivery().in(new Waiting(9, NOON)).claimed(NOON.plusSeconds(30));

        assertThat(last.after(SILENCE, NOON, 0.5).state())
                .isEqualTo(new Dead("The last of all attempts failed. No answer within 15 s.", NOON));
    }

    @Property
    void noPauseIsMoreThanAFifthOff(
            @ForAll @IntRange(max = 8) int tries, @ForAll @DoubleRange(min = 0, max = 1) double jitter) {
        var delivery = aDelivery().in(new Waiting(tries, NOON)).claimed(NOON);
        long even = pause(delivery.after(SILENCE, NOON, 0.5)).toMillis();

        assertThat(pause(delivery.after(SILENCE, NOON, jitter)).toMillis())
                .isBetween(Math.round(even * 0.8) - 1, Math.round(even * 1.2) + 1);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT5S", "PT1M, PT1M", "PT24H, PT24H", "PT240H, PT24H"})
    void whoAsksForTimeGetsItUpToADay(Duration asked, Duration given) {
        assertThat(pause(sent().after(busy(asked), NOON, 0.5))).isEqualTo(given);
    }

    @Test
    void theIdStaysWhateverHappens() {
        var delivery = aDelivery();

        assertThat(delivery.claimed(NOON)
                        .after(SILENCE, NOON, 0.5)
                        .claimed(NOON)
                        .dead("why", NOON)
                        .again(NOON)
                        .id())
                .isEqualTo(delivery.id())
                .startsWith("msg_");
    }

    @Test
    void whatIsSentAgainHasTheWholeScheduleBeforeItAndGoesOnCounting() {
        var again = sent().dead("why", NOON).again(NOON);

        assertThat(again.state()).isEqualTo(new Waiting(0, NOON));
        assertThat(again.claimed(NOON)).satisfies(next -> {
            assertThat(next.attempts()).isEqualTo(2);
            assertThat(next.state()).isEqualTo(new Sending(1, NOON));
        });
    }

    @Test
    void aMoveIsNoTry() {
        var elsewhere = new Destination("https://example.net:443");

        assertThat(sent().movedTo(elsewhere, NOON)).satisfies(moved -> {
            assertThat(moved.state()).isEqualTo(new Waiting(0, NOON));
            assertThat(moved.destination()).isEqualTo(elsewhere);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.ORG/a?b, https://example.org:443",
        "HTTP://example.org, http://example.org:80",
        "https://example.org:8443/, https://example.org:8443",
        "https://[::1]/, https://[::1]:443"
    })
    void aDestinationIsSchemeHostAndPort(URI url, String destination) {
        assertThat(Destination.of(url)).hasToString(destination);
    }

    private static Duration pause(Delivery delivery) {
        return Duration.between(NOON, ((Waiting) delivery.state()).dueAt());
    }
}
