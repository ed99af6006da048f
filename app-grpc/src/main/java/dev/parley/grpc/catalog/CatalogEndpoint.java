package dev.parley.grpc.catalog;

import static dev.parley.grpc.auth.ApiKeyInterceptor.caller;

import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.Voices;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.sound.SoundRules;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRules;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.ListModelsRequest;
import dev.parley.v1.ListModelsResponse;
import dev.parley.v1.ListVoicesRequest;
import dev.parley.v1.ListVoicesResponse;
import dev.parley.v1.Model;
import dev.parley.v1.StabilityRule;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.Locale;

/** {@code parley.v1.CatalogService}. */
public final class CatalogEndpoint implements CatalogServiceGrpc.AsyncService, BindableService {

    private final Catalog catalog;
    private final Voices voices;

    public CatalogEndpoint(Catalog catalog, Voices voices) {
        this.catalog = catalog;
        this.voices = voices;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return CatalogServiceGrpc.bindService(this);
    }

    @Override
    public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> answer) {
        var models = ListModelsResponse.newBuilder();
        catalog.models(caller()).forEach(model -> models.addModels(model(model)));
        Arrays.stream(AudioFormat.values()).map(AudioFormat::toString).forEach(models::addOutputFormats);
        answer.onNext(models.build());
        answer.onCompleted();
    }

    @Override
    public void listVoices(ListVoicesRequest request, StreamObserver<ListVoicesResponse> answer) {
        var listed = ListVoicesResponse.newBuilder();
        voices.list(caller()).forEach(voice -> listed.addVoices(VoiceMapping.voice(voice)));
        answer.onNext(listed.build());
        answer.onCompleted();
    }

    private static Model model(PublicModel model) {
        var shown = Model.newBuilder()
                .setName(model.name())
                .setDescription(model.description())
                .setProvider(model.provider())
                .setCreditsPerThousandMicros(model.rate().perThousand().micros())
                .setCreditsMinimumMicros(model.rate().minimum().micros())
                .addAllLanguageCodes(model.serving().languages().stream()
                        .map(LanguageCode::code)
                        .sorted()
                        .toList())
                .setTimings(model.serving().timings())
                .addAllKinds(model.kinds().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList())
                .setPriceUnit(model.rate().unit().toString());
        limit(shown, model.rules());
        return shown.build();
    }

    private static void limit(Model.Builder shown, ModelRules rules) {
        switch (rules) {
            case DialogueRules spoken ->
                shown.setVoicesMax(spoken.voicesMax())
                        .setCharactersMax(spoken.charactersMax())
                        .setStability(
                                switch (spoken.stability()) {
                                    case STEPS -> StabilityRule.STABILITY_RULE_STEPS;
                                    case RANGE -> StabilityRule.STABILITY_RULE_RANGE;
                                });
            case MusicRules music ->
                shown.setCharactersMax(music.charactersMax())
                        .setMillisMax(music.longest().toMillis());
            case SoundRules sound ->
                shown.setCharactersMax(sound.charactersMax())
                        .setMillisMax(sound.longest().toMillis());
            case VoiceDesignRules design -> shown.setCharactersMax(design.charactersMax());
            case VoiceCloneRules clone -> shown.setMillisMax(clone.longest().toMillis());
            case RecordingRules recording ->
                shown.setMillisMax(recording.longest().toMillis());
            case SessionRules session -> shown.setMillisMax(session.longest().toMillis());
        }
    }
}
