package dev.parley.rest.elevenlabs;

import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.ledger.Credits;
import jakarta.inject.Singleton;

/**
 * Credits told as characters. Clients of ElevenLabs take a credit for a character of an ordinary model, so what a caller has
 * is told as how many characters of {@value #USUAL} it pays for.
 */
@Singleton
final class CharacterPrice {

    private static final String USUAL = "eleven_multilingual_v2";
    private static final long MAX = Integer.MAX_VALUE;

    private final Catalog catalog;

    CharacterPrice(Catalog catalog) {
        this.catalog = catalog;
    }

    /** How many characters these credits pay for. */
    long characters(Credits credits) {
        long perThousand = perThousand();
        return perThousand == 0 ? MAX : Math.min(MAX, credits.micros() * 1000 / perThousand);
    }

    /** What a character of this model costs, as a multiple of what one of the usual costs. */
    double factor(PublicModel model) {
        long usual = perThousand();
        return usual == 0 ? 1 : (double) model.rate().perThousand().micros() / usual;
    }

    private long perThousand() {
        return catalog.tariff().rate(USUAL).perThousand().micros();
    }
}
