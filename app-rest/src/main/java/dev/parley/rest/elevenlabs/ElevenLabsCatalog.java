package dev.parley.rest.elevenlabs;

import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.Voices;
import dev.parley.rest.catalog.CatalogDialect;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists for those who send their key as ElevenLabs' clients do. */
@Singleton
final class ElevenLabsCatalog implements CatalogDialect {

    private final CharacterPrice price;

    ElevenLabsCatalog(CharacterPrice price) {
        this.price = price;
    }

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return ElevenLabsPaths.hasKey(request);
    }

    @Override
    public Object models(List<PublicModel> models) {
        return models.stream()
                .map(model -> ModelJson.of(model, price.factor(model)))
                .toList();
    }

    @Override
    public Object voices(List<Voices.Listed> voices) {
        return new VoiceJson.ListJson(
                voices.stream().map(listed -> VoiceJson.of(listed, null)).toList());
    }
}
