package dev.parley.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
    private static final Rate DEAR = new Rate(Credits.ofWhole(28), Credits.ofWhole(1));
    private static final Rate CHEAP = new Rate(Credits.ofWhole(10), Credits.NONE);
    private static final Rate FALLBACK = new Rate(Credits.ofWhole(50), Credits.NONE);
    private static final Tariff TARIFF =
            new Tariff(Map.of("dear", DEAR, "dear@other", CHEAP, "cheap", CHEAP), FALLBACK);

    @ParameterizedTest
    @CsvSource({
        "dear, 0, 1",
        "dear, 1, 1",
        "dear, 35, 1",
        "dear, 36, 1.008",
        "dear, 1000, 28",
        "dear, 1001, 28.028",
        "dear, 5000, 140",
        "cheap, 0, 0",
        "cheap, 1, 0.01",
        "cheap, 999, 9.99",
        "cheap, 1000, 10",
        "cheap, 5000, 50",
        "unlisted, 1, 0.05",
        "unlisted, 1000, 50"
    })
    void quotesTheKnownPrices(String model, long units, String price) {
        assertThat(TARIFF.quote(model, "anybody", units)).isEqualTo(new Quote(model, units, Credits.parse(price)));
    }

    @Test
    void aProviderMayHaveAPriceOfItsOwn() {
        assertThat(TARIFF.quote("dear", "other", 1000)).isEqualTo(new Quote("dear", 1000, Credits.ofWhole(10)));
    }

    @Test
    void modelNamesAreExact() {
        assertThat(TARIFF.rate("Dear")).isEqualTo(FALLBACK);
    }

    @Test
    void laterChangesOfTheMapChangeNoPrice() {
        var rates = new HashMap<>(Map.of("dear", DEAR));
        var tariff = new Tariff(rates, FALLBACK);
        rates.put("dear", CHEAP);
        assertThat(tariff.rate("dear")).isEqualTo(DEAR);
    }

    @Test
    void grantedIsTheSumOfABalance() {
        var balance = new Balance(new Credits(1), new Credits(20), new Credits(300));
        assertThat(balance.granted()).isEqualTo(new Credits(321));
    }
}
