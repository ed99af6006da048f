package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Duration NOW = Duration.ZERO;

    private final Places places = new Places(2);

    @Test
    void eachReceiverHasItsOwn() throws InterruptedException {
        assertThat(places.take("a", NOW)).isPresent();
        assertThat(places.take("a", NOW)).isPresent();

        assertThat(places.take("a", NOW)).isEmpty();
        assertThat(places.take("b", NOW)).isPresent();
    }

    @Test
    void aPlaceGivenBackIsFree() throws InterruptedException {
        var first = places.take("a", NOW).orElseThrow();
        var _ = places.take("a", NOW).orElseThrow();
        first.close();

        assertThat(places.take("a", NOW)).isPresent();
    }

    @Test
    void nobodyIsRememberedWhoHasNone() throws InterruptedException {
        var first = places.take("a", NOW).orElseThrow();
        var second = places.take("a", NOW).orElseThrow();
        assertThat(places.take("a", NOW)).isEmpty();
        first.close();
        assertThat(places.receivers()).isOne();
        second.close();

        assertThat(places.receivers()).isZero();
    }
}
