package dev.parley.server.config;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The price list that ships with Parley, and the operator's changes to it. One credit is meant to be one US cent. */
final class Prices {

    private static final Rate TEN = new Rate(Credits.ofWhole(10), Credits.NONE);

    private static final Rate FIVE = new Rate(Credits.ofWhole(5), Credits.NONE);
    private static final Rate THREE = new Rate(Credits.ofWhole(3), Credits.NONE);
    private static final Rate ONE_AND_A_HALF = new Rate(new Credits(1_500_000), Credits.NONE);
    private static final Rate ONE = new Rate(Credits.ofWhole(1), Credits.NONE);

    private static final Map<String, Rate> SHIPPED = Map.ofEntries(
            Map.entry("elevenlabs-text-to-dialogue-v3", TEN),
            Map.entry("elevenlabs-v3", new Rate(Credits.ofWhole(28), Credits.ofWhole(1))),
            Map.entry("eleven-v3-alpha-954", TEN),
            Map.entry("eleven_v3", TEN),
            Map.entry("eleven_multilingual_v2", TEN),
            Map.entry("eleven_multilingual_v1", TEN),
            Map.entry("eleven_flash_v2_5", FIVE),
            Map.entry("eleven_flash_v2", FIVE),
            Map.entry("eleven_turbo_v2_5", FIVE),
            Map.entry("eleven_turbo_v2", FIVE),
            Map.entry("tts-1", ONE_AND_A_HALF),
            Map.entry("tts-1-hd", THREE),
            Map.entry("gpt-4o-mini-tts", ONE_AND_A_HALF),
            Map.entry("music_v1", seconds("500")),
            Map.entry("music_v2", seconds("500")),
            Map.entry("music_v2_5", seconds("500")),
            Map.entry(
                    "elevenlabs-music-api-368", new Rate(PriceUnit.PROMPT_CHARACTER, TEN.perThousand(), Credits.NONE)),
            Map.entry("eleven_text_to_sound_v2", new Rate(PriceUnit.REQUEST, Credits.ofWhole(12_000), Credits.NONE)),
            // A minute counts as 1,000 characters there.
            Map.entry("eleven_multilingual_sts_v2", heard("166.666667")),
            Map.entry("eleven_english_sts_v2", heard("166.666667")),
            // A minute without a watermark costs half a dollar there.
            Map.entry("dubbing_v1", heard("833.333334")),
            Map.entry("scribe_v1", heard("6.111112")),
            Map.entry("scribe_v2", heard("6.111112")),
            Map.entry("scribe_v2_realtime", heard("10.833334")),
            Map.entry("local-dialogue-v1", ONE),
            Map.entry("local-speech-v1", ONE));

    private Prices() {}

    static boolean isShipped(String model) {
        return SHIPPED.containsKey(model);
    }

    /** @param changes by public model, or public model and provider: {@code unit}, {@code per_1000}, {@code minimum} */
    static Tariff tariff(Map<String, Map<String, String>> changes) {
        Map<String, Rate> rates = new HashMap<>(SHIPPED);
        // In this order a model comes before its providers, whose prices differ from its own.
        new TreeMap<>(changes).forEach((model, change) -> {
            var shipped = rates.getOrDefault(Tariff.modelOf(model), TEN);
            rates.put(
                    model,
                    new Rate(
                            unit(model, change.get("unit"), shipped.unit()),
                            amount(model, "per_1000", change, shipped.perThousand()),
                            amount(model, "minimum", change, shipped.minimum())));
        });
        return new Tariff(rates, TEN);
    }

    private static PriceUnit unit(String model, @Nullable String asked, PriceUnit otherwise) {
        if (asked == null) {
            return otherwise;
        }
        for (var unit : PriceUnit.values()) {
            if (unit.toString().equals(asked)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("'tariff." + model + ".unit' must be one of: "
                + Arrays.stream(PriceUnit.values()).map(PriceUnit::toString).collect(Collectors.joining(", ")) + ".");
    }

    private static Rate seconds(String perThousand) {
        return new Rate(PriceUnit.SECOND_OUT, Credits.parse(perThousand), Credits.NONE);
    }

    private static Rate heard(String perThousand) {
        return new Rate(PriceUnit.SECOND_IN, Credits.parse(perThousand), Credits.NONE);
    }

    private static Credits amount(String model, String key, Map<String, String> change, Credits otherwise) {
        var value = change.get(key);
        return value == null ? otherwise : ServerConfig.credits("tariff." + model + "." + key, value);
    }
}
